using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>Headers that are cut short or lie: an answer or an exception of the library, in memory that the file's size bounds.</summary>
public sealed class HostileTests
{
    // What exceptions, their traces and the first use of a format take, whatever the file.
    private const long Allowance = 1 << 18;

    private static readonly uint[] s_numbers = [0, 1, 2, 0x7F, 0x80, 0xFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, uint.MaxValue];

    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_cut_anywhere_in_its_first_512_bytes_is_no_surprise(string name)
    {
        byte[] bytes = Sample.Bytes(name);
        for (int length = 0; length <= Math.Min(512, bytes.Length); length++)
        {
            Survive(bytes[..length], name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_changed_at_random_is_no_surprise(string name)
    {
        byte[] bytes = Sample.Bytes(name);
        Random random = new(name.Length * 31 + bytes.Length);
        for (int round = 0; round < 400; round++)
        {
            byte[] changed = [.. bytes];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                Change(changed, random);
            }

            Survive(changed, name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_number_of_any_size_anywhere_in_a_header_is_no_surprise(string name)
    {
        byte[] bytes = Sample.Bytes(name);
        for (int at = 0; at < Math.Min(bytes.Length - 4, 400); at++)
        {
            uint number = s_numbers[at % s_numbers.Length];
            byte[] little = [.. bytes], big = [.. bytes];
            BinaryPrimitives.WriteUInt32LittleEndian(little.AsSpan(at), number);
            BinaryPrimitives.WriteUInt32BigEndian(big.AsSpan(at), number);
            Survive(little, name);
            Survive(big, name);
        }
    }

    [Fact]
    public void A_table_that_many_images_share_is_not_walked_for_each()
    {
        RecognisedFile file = Sample.Recognise(SharedTable(images: 60, strips: 10_000));
        Assert.Equal(60L, file.Field("images"));
        Assert.Equal(60, file.Parts.Count);
        Assert.False(file.Parts[0].IsRefused);
        Assert.All(file.Parts.Skip(10), part => Assert.Contains("share tables", part.Refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Long_names_of_many_axes_make_no_text_larger_than_the_file()
    {
        byte[] bytes = ManyAxes(variables: 2000, axes: 64);

        // A length and a stride of eight bytes each stand for four bytes of the file, twice while it is read.
        long limit = 12 * bytes.Length;
        Assert.InRange(Allocated.By(() => Assert.Equal(2000, Sample.Recognise(bytes).Parts.Count), limit), 0, limit);
    }

    [Fact]
    public void A_list_longer_than_its_format_allows_is_not_read()
    {
        byte[] bytes = Sample.Bytes("grid.nc");
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), 1_000_000);
        Assert.Contains("8192 is the limit", Assert.Throws<ArrayFileException>(() => Sample.IsRecognised(bytes)).Message, StringComparison.Ordinal);
    }

    // A netCDF header of one dimension of length 1 with a name of 240 letters, and variables that have it on every axis.
    private static byte[] ManyAxes(int variables, int axes)
    {
        List<byte> bytes = [.. "CDF\u0001"u8];
        Put(0, 10, 1, 240);
        bytes.AddRange(Enumerable.Repeat((byte)'x', 240));
        Put(1, 0, 0, 11, variables);
        for (int i = 0; i < variables; i++)
        {
            Put([4, i, axes, .. new int[axes], 0, 0, 1, 4, 0]);
        }

        return [.. bytes];

        void Put(params int[] numbers)
        {
            foreach (int number in numbers)
            {
                bytes.AddRange([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
            }
        }
    }

    // header | table of places | image | image | ...    each image a column of strips of one pixel, all placed by the one table
    private static byte[] SharedTable(int images, int strips)
    {
        int[] tags = [256, 257, 258, 273, 277, 278], values = [1, strips, 8, 8, 1, 1];
        int size = 2 + 12 * tags.Length + 4, first = 8 + 4 * strips;
        byte[] bytes = new byte[first + images * size];
        "II*"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), first);
        for (int i = 0; i < strips; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8 + 4 * i), 8 + i);
        }

        for (int at = first; at < bytes.Length; at += size)
        {
            bytes[at] = (byte)tags.Length;
            for (int i = 0; i < tags.Length; i++)
            {
                Span<byte> entry = bytes.AsSpan(at + 2 + 12 * i);
                BinaryPrimitives.WriteInt32LittleEndian(entry, tags[i] | (4 << 16));
                BinaryPrimitives.WriteInt32LittleEndian(entry[4..], tags[i] == 273 ? strips : 1);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], values[i]);
            }

            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + size - 4), at + size < bytes.Length ? at + size : 0);
        }

        return bytes;
    }

    private static void Change(byte[] bytes, Random random)
    {
        // Headers stand in front, so changes do so mostly.
        int reach = random.Next(3) == 0 ? bytes.Length : Math.Min(bytes.Length, 128), at = random.Next(reach);
        if (random.Next(2) == 0 || at > bytes.Length - 4)
        {
            bytes[at] = (byte)random.Next(256);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), s_numbers[random.Next(s_numbers.Length)]);
        }
    }

    private static void Survive(byte[] bytes, string name)
    {
        MemoryView view = bytes.AsMemoryView();
        long limit = Allowance + bytes.Length;
        RecognisedFile? file = null;
        try
        {
            Assert.InRange(Allocated.By(() => FileRecogniser.TryRecognise(view, name, out file), limit), 0, limit);
            if (file is not null)
            {
                Touch(file);
            }
        }
        catch (Exception error) when (error is IViewException)
        {
            Assert.NotEmpty(error.Message);
        }
    }

    // Every view there is can be read from its first item to its last.
    private static void Touch(RecognisedFile file)
    {
        foreach (RecognisedPart part in file.Parts.Where(part => !part.IsRefused))
        {
            if (part.View.ByteLength <= 1 << 16)
            {
                Assert.Equal(part.View.ByteLength, part.View.ToBytes().Length);
            }
        }

        foreach (FileRecord record in file.Records ?? Enumerable.Empty<FileRecord>())
        {
            Assert.Equal(record.BodyLength, file.Records!.Body(record).Length);
        }
    }
}
