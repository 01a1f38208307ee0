using System;
using System.IO;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>Files changed at random, always the same ones: each is an array or is refused, and neither takes much memory.</summary>
public sealed class MutationTests
{
    private static readonly string[] s_parts =
    [
        "(", ")", "[", "]", "{", "}", ",", ":", "'", "\"", "\\", "\\x41", "-", "0", "9", "9223372036854775807", "340282366920938463463374607431768211456", "True",
        "None", "'<i4'", "'|V2147483647'", "'|O'", "('a', '<f8')", "'shape'", "L", "\0", "\n", "é",
    ];

    private static readonly string[] s_headers =
    [
        "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': [('a', '|u1'), ('', '|V3'), (('t', 'b'), '>f8', (2, 1))], 'fortran_order': True, 'shape': (1,), }",
        "{'descr': {'names': ['a', 'b'], 'formats': ['<i2', [('c', '<U2')]], 'offsets': [2, 8], 'itemsize': 20}, 'fortran_order': False, 'shape': (), }",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_header_of_mixed_up_parts_is_read_or_refused(int seed)
    {
        Random random = new(seed);
        for (int turn = 0; turn < 400; turn++)
        {
            string header = s_headers[random.Next(s_headers.Length)];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(header.Length), cut = random.Next(Math.Min(12, header.Length - at));
                header = header[..at] + (random.Next(3) == 0 ? "" : s_parts[random.Next(s_parts.Length)]) + header[(at + cut)..];
            }

            Judge(NpyBytes.Make(header, 64, (byte)random.Next(1, 4)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_file_of_changed_bytes_is_read_or_refused(int seed)
    {
        Random random = new(1000 + seed);
        for (int turn = 0; turn < 400; turn++)
        {
            byte[] file = NpyBytes.Make(s_headers[random.Next(s_headers.Length)], 64);
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                file[random.Next(file.Length - 64)] ^= (byte)(1 << random.Next(8));
            }

            Judge(file[..random.Next(random.Next(file.Length) + 1, file.Length + 1)]);
        }
    }

    private static void Judge(byte[] file)
    {
        // Trees of values, texts of formats and messages: some hundred bytes a character, and never what a length in the header says.
        long limit = 400_000 + (2_000L * file.Length);
        Assert.InRange(Allocated.By(() => JudgeOnce(file), limit), 0, limit);
    }

    private static void JudgeOnce(byte[] file)
    {
        Exception? first = Xunit.Record.Exception(() => Touch(NpyFile.Read(file)));
        Exception? second = Xunit.Record.Exception(() =>
        {
            using MemoryStream stream = new(file);
            Touch(NpyFile.Read(stream));
        });
        Assert.True(first is null or IViewException, $"{first}");
        Assert.Equal(first?.GetType(), second?.GetType());
    }

    private static void Touch(NpyFile file)
    {
        using (file)
        {
            Assert.InRange(file.View.ByteLength, 0, 64 + 12);
            _ = file.View.ToBytes();
            using MemoryStream saved = new();
            NpyFile.Write(saved, file.View);
        }
    }
}
