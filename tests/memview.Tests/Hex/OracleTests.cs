using System;
using System.IO;
using Xunit;

namespace MemoryViews.Command.Tests;

/// <summary>xxd and hexdump are the witnesses of -F xxd and -F canonical.</summary>
public sealed class OracleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void The_formats_of_xxd_and_hexdump_are_theirs_byte_for_byte(int size)
    {
        byte[] bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        Agree(bytes);
    }

    [Fact]
    public void Repeated_lines_are_squeezed_as_hexdump_does()
    {
        byte[] bytes = new byte[400];
        bytes[100] = 1;
        Agree(bytes);
        Agree(bytes[..(16 * 20)]);
        Agree(new byte[33]);
        Agree(new byte[16 * 3]);
    }

    [Fact]
    public void A_part_keeps_its_offsets()
    {
        _folder.Write("data", new byte[100]);
        Same("xxd -s 7 -l 40 data", "memview hex data -F xxd -s 7 -n 40");
        Same("hexdump -C -s 7 -n 40 data", "memview hex data -F canonical -s 7 -n 40");
    }

    [Fact]
    public void What_xxd_prints_of_a_view_with_jumps_goes_back_with_xxd()
    {
        Assert.SkipUnless(Run.Has("xxd"), "xxd is not installed.");
        byte[] bytes = new byte[64];
        new Random(1).NextBytes(bytes);
        _folder.Write("data", bytes);
        _folder.Write("copy", new byte[64]);
        Run.Shell(_folder.Path, "memview hex data -F xxd -S 8,8 ::2,1:5 | xxd -r - copy");
        byte[] copy = File.ReadAllBytes(Path.Combine(_folder.Path, "copy"));
        for (int i = 0; i < 64; i++)
        {
            Assert.Equal(i / 8 % 2 == 0 && i % 8 is >= 1 and < 5 ? bytes[i] : 0, copy[i]);
        }
    }

    [Fact]
    public void Items_and_jumps_are_marked_in_the_command_s_own_format()
    {
        _folder.Write("data", [.. "Hello\0\n\u00ff abc"u8]);
        Assert.Equal(
            "00000000 │|48 65 6c 6c|6f 00 0a c3┊|bf 20 61 62            " + " │ Hello⋄_×× ab\n",
            Run.Memview(_folder.Path, "hex", "data", "-t", "u4le", "-n", "12").Output);
        Assert.Equal(
            "00000006 │|0a c3                  ┊                         │ _×\n00000002 │|6c 6c                  ┊                         │ ll\n",
            Run.Memview(_folder.Path, "hex", "data", "-t", "u2le", "-n", "8", "::-2").Output);
    }

    private void Agree(byte[] bytes)
    {
        _folder.Write("data", bytes);
        Same("xxd data", "memview hex data -F xxd");
        Same("hexdump -C data", "memview hex data -F canonical");
    }

    private void Same(string theirs, string ours)
    {
        string tool = theirs.Split(' ')[0];
        Assert.SkipUnless(Run.Has(tool), tool + " is not installed.");
        Assert.Equal(Run.Shell(_folder.Path, theirs).Output, Run.Shell(_folder.Path, ours).Output);
    }
}
