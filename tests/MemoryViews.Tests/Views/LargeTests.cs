using System;
using System.IO;
using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>More than 2^31 items: a sparse file, of which only the ends are touched.</summary>
public sealed class LargeTests : IDisposable
{
    private const long Length = (1L << 32) + 7;

    private readonly string _path = Path.GetTempFileName();
    private readonly MappedFile _file;
    private readonly MemoryView _view;

    public LargeTests()
    {
        using (FileStream stream = File.Open(_path, FileMode.Open))
        {
            stream.SetLength(Length);
        }

        _file = MappedFile.Open(_path, MapAccess.ReadWrite);
        _view = _file.AsMemoryView();
    }

    private static nint Big => unchecked((nint)Length);

    [Fact]
    public void Items_at_both_ends_are_found_by_indices_beyond_32_bits()
    {
        Assert.Equal(Big, _view.Length);
        _view[-1] = 9;
        Assert.Equal((byte)9, _view.Get<byte>(Big - 1));
        _view.Set(Big - 2, (byte)8);
        Assert.Equal([8, 9], _view[^2..].ToBytes());
        Assert.Throws<AxisIndexException>(() => _view.Get<byte>(Big));
        Assert.Equal(Big - 1, Lent.Distance(_view, _view.Flip()));
        Assert.Equal((byte)9, _view.Flip()[0]);
    }

    [Fact]
    public void Slices_shapes_and_casts_count_in_native_integers()
    {
        MemoryView ints = _view.Slice(3, Big - 7).Cast<int>();
        Assert.Equal(1 << 30, ints.Length);
        MemoryView grid = _view[..^7].Reshape(1 << 16, 1 << 16);
        grid[^1, ^1] = 7;
        Assert.Equal((byte)7, _view[Big - 8]);
        Assert.Equal((byte)7, grid.Transpose()[65535, 65535]);
        Assert.Equal([7], _view[Slice.Of(Big - 8, null, 100)].ToBytes());
        Assert.Equal((Big + 1) / 2, _view[(..).By(2)].Length);
    }

    [Fact]
    public void A_stream_reaches_the_end()
    {
        using Stream stream = _view.AsStream();
        stream.Position = Length - 3;
        stream.Write([1, 2, 3]);
        stream.Seek(-2, SeekOrigin.End);
        Assert.Equal(2, stream.ReadByte());
        Assert.Equal(3, stream.ReadByte());
        Assert.Equal(-1, stream.ReadByte());
    }

    [Fact]
    public void A_broadcast_of_a_byte_is_searched_and_compared_beyond_32_bits()
    {
        MemoryView tail = _view[^10..];
        tail.CopyFrom<byte>([0, 0, 0, 5, 0, 0, 0, 0, 0, 6]);
        Assert.Equal(3, tail.IndexOf((byte)5));
        Assert.Equal(Big - 1, _view.IndexOf((byte)6, Big - 5));
        Assert.Equal(Big - 7, _view.IndexOf([5], Big - 20));
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        File.Delete(_path);
    }
}
