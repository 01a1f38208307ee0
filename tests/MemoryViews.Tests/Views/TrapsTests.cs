using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>What surprises in Python's memoryview, and how it is here.</summary>
public class TrapsTests
{
    private static MemoryView Row => new byte[] { 1, 2, 3 }.AsMemoryView();

    [Fact]
    public void An_empty_strided_row_is_not_contiguous_and_one_item_is()
    {
        Assert.False(Row[0..0][(..).By(2)].IsContiguous);
        Assert.Equal([2], Row[0..0][(..).By(2)].Strides);
        Assert.True(Row[..1][(..).By(2)].IsContiguous);
        Assert.True(new byte[0, 5].AsMemoryView()[.., (..).By(2)].IsContiguous);
    }

    [Fact]
    public void Read_only_and_unreadable_come_before_the_index()
    {
        Assert.Throws<ViewOperationException>(() => Row.AsReadOnly()[99] = 1);
        Assert.Throws<ViewNotSupportedException>(() => _ = new byte[8].AsMemoryView().Cast("O")[99]);
    }

    [Fact]
    public void The_index_comes_before_the_value() => Assert.Throws<AxisIndexException>(() => Row[99] = "x");

    [Fact]
    public void A_pointer_takes_minus_one_and_reads_it_back_unsigned()
    {
        MemoryView pointer = new byte[8].AsMemoryView().Cast("P");
        pointer[0] = -1;
        Assert.Equal(nuint.MaxValue, pointer[0]);
    }

    [Fact]
    public void The_whole_of_a_view_is_a_new_view_each_time()
    {
        MemoryView view = Row;
        Assert.NotSame(view, view[Subscript.Ellipsis]);
        Assert.NotSame(view, view.AsReadOnly().AsReadOnly());
        Assert.Equal(view.Layout, view[..].Layout);
    }

    [Fact]
    public void A_view_asked_for_with_flags_of_a_view_ignores_them()
        => Assert.True(new MemoryView(Row.AsReadOnly(), BufferRequest.Writable).IsReadOnly);

    [Fact]
    public void Items_of_no_bytes_are_lent_and_have_none()
    {
        BufferExport Lend(BufferRequest request) => new BufferExport(
            null, MemoryBlock.OfArray(new byte[1]), Layout.Strided(0, [3], [0]), ItemFormat.Parse("T{}"), isReadOnly: false).Narrow(request);
        foreach (BufferRequest request in new[] { BufferRequest.FullReadOnly, BufferRequest.Simple, BufferRequest.Nd })
        {
            MemoryView view = new(new Exporter(_ => Lend(request)));
            Assert.Equal((nint)0, view.ByteLength);
            Assert.Equal([], view.ToBytes());
            Assert.Equal("", view.ToHexString());
            Assert.Equal(0, view.AsStream().Read(new byte[4]));
            Assert.Throws<ViewArgumentException>(() => view.Cast("0s"));
            view.Cast("B").Dispose();
            view[..].CopyFrom(view);
        }
    }

    [Fact]
    public void Axes_of_length_one_have_any_stride()
    {
        MemoryView view = Row.WithLayout(ItemFormat.UInt8, Layout.Strided(1, [1, 3], [1000, 1]));
        Assert.True(view.IsCContiguous);
        Assert.Equal([1, 2, 3], view.Cast("B").ToBytes());
        Assert.Equal([1, 2, 3], view.Transpose().ToBytes());
    }

    [Fact]
    public void A_text_of_the_view_never_throws_and_shows_format_and_shape()
    {
        Assert.Equal("MemoryView<B>[3]", Row.ToString());
        Assert.Equal("MemoryView<i>[2, 3]", new int[2, 3].AsMemoryView().ToString());
        Assert.Equal("MemoryView<B>[]", Row[..1].Reshape().ToString());
        Assert.Equal("[1 2 3]", Row.ToString("g", null));
        Assert.Equal("[[0 0]\n [0 0]]", new int[2, 2].AsMemoryView().ToString("G", null));
        Assert.Equal("[0 0 0 ... 0 0 0]", new byte[2000].AsMemoryView().ToString("g", null));
        Assert.Equal("[[]\n []\n []\n ...\n []\n []\n []]", System.Array.Empty<byte>().AsMemoryView().Reshape(nint.MaxValue, 0).ToString("g", null));
        Assert.InRange(new byte[1].AsMemoryView().BroadcastTo([.. System.Linq.Enumerable.Repeat((nint)7, 22)]).ToString("g", null).Length, 1 << 16, 1 << 17);
        Assert.Equal("MemoryView<B>[3]!", $"{Row}!");
        Assert.False(Row.TryFormat(new char[3], out int written, "", null));
        Assert.Equal(0, written);
    }
}
