using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>Archives that are damaged, or made to do harm: refused by every member they concern, without harm.</summary>
public sealed class NpzDamageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [InlineData("stored.npz")]
    [InlineData("deflated.npz")]
    public void An_archive_cut_anywhere_is_refused(string name)
    {
        byte[] whole = File.ReadAllBytes(FixtureTests.PathOf(name));
        for (int length = 0; length < whole.Length; length++)
        {
            string path = _directory.Put("cut.npz", whole[..length]);
            Assert.Throws<ArrayFileException>(() => NpzFile.Open(path));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_archive_of_changed_bytes_is_read_or_refused(int seed)
    {
        Random random = new(seed);
        byte[][] wholes = [.. new[] { "stored.npz", "deflated.npz" }.Select(name => File.ReadAllBytes(FixtureTests.PathOf(name)))];
        for (int turn = 0; turn < 250; turn++)
        {
            byte[] file = (byte[])wholes[random.Next(wholes.Length)].Clone();
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                // Most of the structure is at the end.
                int at = random.Next(3) == 0 ? random.Next(file.Length) : file.Length - 1 - random.Next(150);
                file[at] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
            }

            Exception? thrown = Xunit.Record.Exception(() => Touch(_directory.Put("changed.npz", file)));
            Assert.True(thrown is null or IViewException, $"{thrown}");
        }
    }

    // The offsets are those of the directory's record, which begins with its signature.
    [Theory]
    [InlineData(8, 1, "encrypted")]
    [InlineData(10, 12, "method 12")]
    [InlineData(16, 5, "checksum")]
    [InlineData(24, 163, "ends after")]
    [InlineData(24, 1, "goes on behind")]
    [InlineData(24, 0x3fffffff, "deflate cannot do")]
    [InlineData(24, 0xfffffffe, "the limit")]
    [InlineData(42, 0x00ffffff, "the file has")]
    [InlineData(42, 1, "signature")]
    public void What_is_wrong_with_a_member_is_told(int at, uint value, string reason)
    {
        byte[] file = File.ReadAllBytes(FixtureTests.PathOf("deflated.npz"));
        int record = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        Span<byte> field = file.AsSpan(record + at);
        if (at is 8 or 10)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        }

        using NpzFile npz = NpzFile.Open(_directory.Put("a.npz", file), options: new NpzOptions { MaxInflatedBytes = 1L << 31 });
        Assert.Contains(reason, Assert.Throws<ArrayFileException>(() => npz["a"]).Message, StringComparison.Ordinal);
        Assert.Equal(20_000, npz["zeros"].Length);
    }

    [Fact]
    public void Data_that_is_not_deflated_is_refused()
    {
        byte[] file = File.ReadAllBytes(FixtureTests.PathOf("deflated.npz"));
        int data = file.AsSpan().IndexOf("a.npy"u8) + 5 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(28));
        file.AsSpan(data, 20).Fill(0xff);
        using NpzFile npz = NpzFile.Open(_directory.Put("a.npz", file));
        Assert.Throws<ArrayFileException>(() => npz["a"]);
    }

    [Fact]
    public void Sizes_and_offsets_may_stand_in_a_zip64_field()
    {
        byte[] file = File.ReadAllBytes(FixtureTests.PathOf("stored.npz"));
        int record = file.AsSpan().IndexOf("PK\u0001\u0002"u8), end = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] field = new byte[28];
        field[0] = 1;
        field[2] = 24;
        (int At, int To)[] numbers = [(24, 4), (20, 12), (42, 20)];
        foreach ((int at, int to) in numbers)
        {
            file.AsSpan(record + at, 4).CopyTo(field.AsSpan(to));
            file.AsSpan(record + at, 4).Fill(0xff);
        }

        file[record + 30] = (byte)field.Length;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(end + 12), BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(end + 12)) + field.Length);
        int name = record + 46 + "a.npy".Length;
        using NpzFile npz = NpzFile.Open(_directory.Put("wide.npz", [.. file[..name], .. field, .. file[name..]]));
        Assert.Equal([0, 1, 2, 3, 4, 5], npz["a"].ToArray<int>());
        Assert.Equal(2.5, npz["b"][[]]);
    }

    private static void Touch(string path)
    {
        using NpzFile file = NpzFile.Open(path, options: new NpzOptions { MaxInflatedBytes = 1 << 22 });
        foreach (string name in file.Names.ToArray())
        {
            _ = file[name].ToBytes();
        }
    }
}
