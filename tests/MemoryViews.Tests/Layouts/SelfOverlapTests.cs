using System;
using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layout.IsSelfOverlapping: whether two items of one layout share a byte, against counts of bytes.</summary>
public class SelfOverlapTests
{
    [Fact]
    public void Contiguous_sliced_and_turned_layouts_do_not_overlap_themselves()
    {
        Layout layout = Layout.Contiguous(4, [3, 4, 5]);

        Assert.False(layout.IsSelfOverlapping);
        Assert.False(layout.Permute(2, 0, 1).Flip(1).IsSelfOverlapping);
        Assert.False(layout.Slice(1, Slice.Of(null, null, -2)).IsSelfOverlapping);
    }

    [Fact]
    public void A_repeated_axis_overlaps_itself()
    {
        Assert.True(Layout.Contiguous(4, [1]).BroadcastTo(5).IsSelfOverlapping);
        Assert.True(Layout.Contiguous(1, [3]).BroadcastTo(2, 3).IsSelfOverlapping);
        Assert.False(Layout.Contiguous(4, [3]).BroadcastTo(1, 3).IsSelfOverlapping);
    }

    [Fact]
    public void Windows_overlap_themselves_unless_they_stand_a_whole_window_apart()
    {
        Layout run = Layout.Contiguous(4, [10]);

        Assert.True(run.Windows(0, 3).IsSelfOverlapping);
        Assert.True(run.Windows(0, 3, 2).IsSelfOverlapping);
        Assert.False(run.Windows(0, 3, 3).IsSelfOverlapping);
        Assert.False(run.Windows(0, 10).IsSelfOverlapping);
    }

    [Fact]
    public void A_stride_shorter_than_the_item_overlaps()
    {
        Assert.True(Layout.Strided(4, [2], [3]).IsSelfOverlapping);
        Assert.True(Layout.Strided(4, [2], [-3], 3).IsSelfOverlapping);
        Assert.False(Layout.Strided(4, [2], [4]).IsSelfOverlapping);
        Assert.False(Layout.Strided(4, [1], [3]).IsSelfOverlapping);
    }

    [Fact]
    public void Axes_that_interleave_without_meeting_do_not_overlap()
    {
        // 3*i and 5*j with i < 5 and j < 3: 15 different sums; one index more and 3*5 meets 5*3.
        Assert.False(Layout.Strided(1, [5, 3], [3, 5]).IsSelfOverlapping);
        Assert.True(Layout.Strided(1, [6, 4], [3, 5]).IsSelfOverlapping);
    }

    [Fact]
    public void Layouts_without_bytes_and_single_items_do_not_overlap_themselves()
    {
        Assert.False(Layout.Strided(4, [5, 0], [0, 0]).IsSelfOverlapping);
        Assert.False(Layout.Strided(0, [5], [0]).IsSelfOverlapping);
        Assert.False(Layout.Contiguous(4, []).IsSelfOverlapping);
        Assert.False(Layout.Strided(4, [1, 1], [0, 0]).IsSelfOverlapping);
    }

    [Fact]
    public void Indirect_axes_are_judged_pointer_by_pointer()
    {
        nint pointer = nint.Size;

        Assert.False(Layout.Indirect(1, [2, 3], [pointer, 1], [0, -1]).IsSelfOverlapping);
        Assert.True(Layout.Indirect(1, [2, 3], [0, 1], [0, -1]).IsSelfOverlapping);
        Assert.True(Layout.Indirect(1, [2, 3], [pointer, 0], [0, -1]).IsSelfOverlapping);
        Assert.True(Layout.Indirect(1, [2, 3], [pointer - 1, 1], [0, -1]).IsSelfOverlapping);
        Assert.False(Layout.Indirect(1, [2, 3, 4], [3 * pointer, pointer, 1], [-1, 0, -1]).IsSelfOverlapping);
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 4)]
    [InlineData(3, 3)]
    public void Every_small_layout_is_judged_as_by_counting_its_bytes(int rank, int maxLength)
    {
        int overlapping = 0, total = 0;
        foreach (Layout layout in EveryLayout(rank, maxLength))
        {
            bool expected = UInt128.PopCount(SmallLayouts.Bytes(layout)) < (UInt128)layout.ByteLength;
            total++;
            overlapping += expected ? 1 : 0;
            if (expected != layout.IsSelfOverlapping)
            {
                Assert.Fail($"{layout}");
            }
        }

        Assert.InRange(overlapping, 1, total - 1);
    }

    [Fact]
    public void Layouts_with_long_strides_are_judged_as_by_counting_their_bytes()
    {
        Random random = new(11);
        int overlapping = 0;
        for (int i = 0; i < 3_000; i++)
        {
            Layout layout = SmallLayouts.RandomSparse(random);
            bool expected = SmallLayouts.ByteSet(layout).Count < layout.ByteLength;
            overlapping += expected ? 1 : 0;
            Assert.True(expected == layout.IsSelfOverlapping, $"{layout}");
        }

        Assert.InRange(overlapping, 150, 2_850);
    }

    [Fact]
    public void The_widest_layouts_do_not_overflow()
    {
        Assert.False(Layout.Strided(1, [nint.MaxValue], [nint.MinValue]).IsSelfOverlapping);
        nint half = (nint)1 << 31;
        Assert.True(Layout.Strided(1, [half, half], [nint.MinValue, nint.MinValue]).IsSelfOverlapping);
        Assert.False(Layout.Strided(2, [2, 2], [nint.MaxValue, 2]).IsSelfOverlapping);
    }

    private static IEnumerable<Layout> EveryLayout(int rank, int maxLength)
    {
        int choices = maxLength * 13, all = (int)Math.Pow(choices, rank);
        nint[] shape = new nint[rank], strides = new nint[rank];
        for (int code = 0; code < all; code++)
        {
            int rest = code;
            for (int axis = 0; axis < rank; axis++)
            {
                (shape[axis], strides[axis]) = (rest % maxLength + 1, rest / maxLength % 13 - 6);
                rest /= choices;
            }

            for (nint itemSize = 1; itemSize <= 4; itemSize++)
            {
                yield return Layout.Strided(itemSize, shape, strides);
            }
        }
    }
}
