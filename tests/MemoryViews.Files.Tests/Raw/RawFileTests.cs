using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class RawFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string Bytes(int count) => _directory.Put("a.raw", [.. Enumerable.Range(0, count).Select(i => (byte)i)]);

    [Fact]
    public void A_file_is_what_its_opener_says()
    {
        using RawFile file = RawFile.Open(Bytes(13), ">h", [2, 3], offset: 1);
        Assert.Equal(0x0b0c, (int)file.View.Get<short>(1, 2));
    }

    [Fact]
    public void Fortran_order_lays_the_first_axis_densest()
    {
        using RawFile file = RawFile.Open(Bytes(6), "B", [2, 3], order: AxisOrder.F);
        Assert.Equal([0, 2, 4, 1, 3, 5], file.View.ToBytes());
    }

    [Theory]
    [InlineData(new[] { -1 }, new[] { 12 })]
    [InlineData(new[] { -1, 4 }, new[] { 3, 4 })]
    [InlineData(new[] { 2, -1, 3 }, new[] { 2, 2, 3 })]
    public void One_length_is_left_to_the_file(int[] asked, int[] given)
    {
        using RawFile file = RawFile.Open(Bytes(24), "H", [.. asked.Select(length => (nint)length)]);
        Assert.Equal(given.Select(length => (nint)length), file.View.Shape.ToArray());
    }

    [Fact]
    public void No_axes_are_one_item()
    {
        using RawFile file = RawFile.Open(Bytes(4), ItemFormat.Parse("<I"), []);
        Assert.Equal(0x03020100u, file.View[[]]);
    }

    [Fact]
    public void A_file_opened_for_writing_is_written_to()
    {
        string path = Bytes(4);
        using (RawFile file = RawFile.Open(path, "B", [-1], access: MapAccess.ReadWrite))
        {
            file.View[2] = (byte)77;
            file.Flush();
        }

        Assert.Equal([0, 1, 77, 3], File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(new long[] { 13 }, 0, ViewErrorCode.OutOfBounds)]
    [InlineData(new long[] { 12 }, 2, ViewErrorCode.OutOfBounds)]
    [InlineData(new long[] { 1 }, 25, ViewErrorCode.OutOfBounds)]
    [InlineData(new long[] { 1 }, -1, ViewErrorCode.OutOfBounds)]
    [InlineData(new long[] { -1, 5 }, 0, ViewErrorCode.ShapeMismatch)]
    [InlineData(new long[] { -1 }, 1, ViewErrorCode.ShapeMismatch)]
    [InlineData(new long[] { -1, -1 }, 0, ViewErrorCode.InvalidShape)]
    [InlineData(new long[] { -1, 0 }, 0, ViewErrorCode.InvalidShape)]
    [InlineData(new long[] { -1, -2 }, 0, ViewErrorCode.InvalidShape)]
    [InlineData(new long[] { -2 }, 0, ViewErrorCode.InvalidShape)]
    [InlineData(new long[] { long.MaxValue, long.MaxValue }, 0, ViewErrorCode.InvalidShape)]
    [InlineData(new long[] { long.MaxValue, -1, long.MaxValue, long.MaxValue }, 0, ViewErrorCode.ShapeMismatch)]
    public void Items_outside_the_file_are_refused(long[] shape, int offset, ViewErrorCode code)
    {
        string path = Bytes(24);
        Exception? refusal = Xunit.Record.Exception(() => RawFile.Open(path, "H", [.. shape.Select(length => (nint)length)], offset));
        Assert.Equal(code, Assert.IsAssignableFrom<IViewException>(refusal).Code);
    }

    [Fact]
    public void Disposing_the_file_ends_every_view_made_from_it()
    {
        RawFile file = RawFile.Open(Bytes(4), "B", [-1]);
        MemoryView part = file.View[1..];
        file.Dispose();
        Assert.Throws<ViewReleasedException>(() => part[0]);
    }
}
