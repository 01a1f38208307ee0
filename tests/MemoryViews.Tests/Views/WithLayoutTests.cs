using System;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class WithLayoutTests
{
    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void Any_layout_inside_the_bytes_lent_will_do(Backing backing)
    {
        using Lent lent = Lent.Bytes(backing, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        MemoryView view = lent.View.WithLayout(ItemFormat.Of<byte>(), Layout.Strided(1, [3, 2], [-3, 1], 6));
        Assert.Equal(new byte[] { 6, 7, 3, 4, 0, 1 }, view.ToBytes());
        Assert.Equal(6, Lent.Distance(lent.View, view));
        view[2, 1] = 100;
        Assert.Equal(100, lent.Memory[1]);
    }

    [Fact]
    public void A_layout_counts_from_the_exporters_memory_and_may_leave_the_view_it_is_asked_of()
    {
        MemoryView part = new byte[] { 0, 1, 2, 3, 4, 5 }.AsMemoryView()[4..];
        Assert.Equal(4, part.Layout.Offset);
        Assert.Equal(part.ToBytes(), part.WithLayout(part.Format, part.Layout).ToBytes());
        Assert.Equal(new byte[] { 0, 1 }, part.WithLayout(part.Format, Layout.Contiguous(1, [2])).ToBytes());
    }

    [Fact]
    public void A_layout_that_leaves_the_bytes_lent_is_refused()
    {
        MemoryView view = new byte[8].AsMemoryView();
        ItemFormat one = ItemFormat.Of<byte>();
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => view.WithLayout(one, Layout.Contiguous(1, [9])), "[0, 9)", "[0, 8)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => view.WithLayout(one, Layout.Strided(1, [3], [-1], 1)), "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => view.WithLayout(one, Layout.Strided(1, [2], [nint.MaxValue], 1)));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => view.WithLayout(one, Layout.Strided(1, [2, 2], [nint.MinValue, nint.MinValue])));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.FormatMismatch, () => view.WithLayout(ItemFormat.Of<int>(), Layout.Contiguous(1, [8])), "'i'", "4 bytes");
        Assert.Throws<ArgumentNullException>(() => view.WithLayout(null!, view.Layout));
    }

    [Fact]
    public void A_part_that_was_lent_is_a_limit_even_inside_a_larger_array()
    {
        byte[] bytes = [0, 1, 2, 3, 4, 5];
        MemoryView part = new ArraySegment<byte>(bytes, 2, 3).AsMemoryView();
        Assert.Equal([2, 3, 4], part.ToBytes());
        Assert.Equal([4, 3, 2], part.WithLayout(part.Format, Layout.Strided(1, [3], [-1], 4)).ToBytes());
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => part.WithLayout(part.Format, Layout.Strided(1, [3], [1], 1)));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => part.WithLayout(part.Format, Layout.Strided(1, [4], [1], 2)));
    }

    [Fact]
    public void Read_only_memory_stays_read_only_under_any_layout()
        => Assert.True(new byte[4].AsMemoryView().AsReadOnly().WithLayout(ItemFormat.Of<int>(), Layout.Contiguous(4, [])).IsReadOnly);
}
