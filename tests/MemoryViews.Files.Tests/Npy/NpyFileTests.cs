using System;
using System.IO;
using System.IO.Compression;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class NpyFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_opened_for_writing_takes_what_is_written_to_its_view()
    {
        string path = _directory.Put("a.npy", NpyBytes.Of("'<i2'", "(2, 2)", 8));
        using (NpyFile file = NpyFile.Open(path, MapAccess.ReadWrite))
        {
            file.View[1, 1] = (short)-2;
            file.Flush();
        }

        using NpyFile again = NpyFile.Open(path);
        Assert.Equal((short)-2, again.View[1, 1]);
    }

    [Fact]
    public void A_file_opened_copy_on_write_stays_as_it_is()
    {
        string path = _directory.Put("a.npy", NpyBytes.Of("'|u1'", "(2,)", 2));
        using (NpyFile file = NpyFile.Open(path, MapAccess.CopyOnWrite))
        {
            file.View[0] = (byte)99;
            Assert.Equal((byte)99, file.View[0]);
        }

        using NpyFile again = NpyFile.Open(path);
        Assert.Equal((byte)0, again.View[0]);
    }

    [Fact]
    public void Disposing_the_file_ends_every_view_made_from_it()
    {
        NpyFile file = NpyFile.Open(_directory.Put("a.npy", NpyBytes.Of("'|u1'", "(4,)", 4)));
        MemoryView part = file.View[1..3];
        file.Dispose();
        file.Dispose();
        Assert.Throws<ViewReleasedException>(() => part[0]);
    }

    [Fact]
    public void A_view_may_be_saved_over_the_file_it_is_mapped_from()
    {
        string path = _directory.Put("a.npy", NpyBytes.Of("'|u1'", "(2, 3)", 6));
        using (NpyFile file = NpyFile.Open(path))
        {
            NpyFile.Save(path, file.View.Flip().Transpose());
            Assert.Equal((byte)5, file.View[1, 2]);
        }

        using NpyFile again = NpyFile.Open(path);
        Assert.Equal([3, 0, 4, 1, 5, 2], again.View.ToBytes());
        Assert.Equal(path, Assert.Single(Directory.GetFiles(_directory.Path)));
    }

    [Fact]
    public void A_link_stays_a_link_to_the_file_that_is_replaced()
    {
        string path = _directory.Put("a.npy", []);
        File.CreateSymbolicLink(_directory["link.npy"], path);
        NpyFile.Save(_directory["link.npy"], new byte[] { 1, 2 }.AsMemoryView());
        Assert.NotNull(new FileInfo(_directory["link.npy"]).LinkTarget);
        using NpyFile file = NpyFile.Open(path);
        Assert.Equal([1, 2], file.View.ToBytes());
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file_and_no_other()
    {
        string path = _directory.Put("a.npy", [1, 2, 3]);
        using MemoryView pointers = new byte[16].AsMemoryView().Cast("B").WithLayout(ItemFormat.Parse("O"), Layout.Contiguous(IntPtr.Size, [1]));
        Assert.Throws<ArrayFileException>(() => NpyFile.Save(path, pointers));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_refusal_of_the_library()
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Save(_directory["no/a.npy"], new byte[1].AsMemoryView()));
        Assert.Equal(ViewErrorCode.FileFailed, refusal.Code);
        Assert.Throws<ViewFileException>(() => NpyFile.Open(_directory["none.npy"]));
    }

    [Theory]
    [InlineData("ih", "[('f0', '<i4'), ('f1', '<i2')]")]
    [InlineData("T{b:a:i:b:}", "[('a', '|i1'), ('', '|V3'), ('b', '<i4')]")]
    [InlineData("T{i:f1:h}", "[('f1', '<i4'), ('f1_', '<i2'), ('', '|V2')]")]
    [InlineData("T{(2)T{>h:x:}:n:}", "[('n', [('x', '>i2')], (2,))]")]
    [InlineData("3i", "'<i4'")]
    [InlineData("c", "'|S1'")]
    [InlineData("w", "'<U1'")]
    [InlineData("l", "'<i8'")]
    [InlineData("8x", "'|V8'")]
    public void Formats_are_described_as_NumPy_would(string format, string descr)
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian && !OperatingSystem.IsWindows(), "The types are written for a little-endian machine with a long of 8 bytes.");
        ItemFormat item = ItemFormat.Parse(format);
        using MemoryView view = new byte[item.Size * 2].AsMemoryView().WithLayout(item, Layout.Contiguous(item.Size, [2]));
        using MemoryStream stream = new();
        NpyFile.Write(stream, view);
        using NpyFile file = NpyFile.Read(stream.ToArray());
        Assert.Equal(descr, file.Description);
        Assert.Equal(view.ByteLength, file.View.ByteLength);
    }

    [Theory]
    [InlineData("O")]
    [InlineData("u")]
    [InlineData("5p")]
    [InlineData("T{i:a:&d:p:}")]
    [InlineData("7t")]
    public void Items_that_NumPy_has_no_type_for_are_not_saved(string format)
    {
        ItemFormat item = ItemFormat.Parse(format);
        using MemoryView view = new byte[64].AsMemoryView().WithLayout(item, Layout.Contiguous(item.Size, [1]));
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ArrayFileException>(() => NpyFile.Write(Stream.Null, view)).Code);
    }

    [Fact]
    public void A_stream_that_does_not_seek_is_read_array_by_array()
    {
        using MemoryStream file = new();
        using (GZipStream packed = new(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            NpyFile.Write(packed, new int[200_000].AsMemoryView());
            NpyFile.Write(packed, new double[] { 1, 2 }.AsMemoryView());
        }

        file.Position = 0;
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using NpyFile first = NpyFile.Read(unpacked), second = NpyFile.Read(unpacked);
        Assert.Equal(200_000, first.View.Length);
        Assert.Equal([1.0, 2.0], second.View.ToArray<double>());
        Assert.Equal(-1, unpacked.ReadByte());
    }

    [Fact]
    public void A_stream_that_promises_more_than_it_has_costs_what_it_has()
    {
        byte[] file = NpyBytes.Of("'<f8'", "(1152921504606846975,)", 100);
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(file);
        }

        packed.Position = 0;
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Read(unpacked));
        Assert.Contains("promises 9223372036854775800 bytes of items, but 100 bytes follow", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_in_memory_are_read_where_they_are()
    {
        byte[] bytes = NpyBytes.Of("'|u1'", "(2,)", 2);
        using NpyFile file = NpyFile.Read(bytes);
        bytes[^1] = 200;
        Assert.Equal((byte)200, file.View[1]);
    }
}
