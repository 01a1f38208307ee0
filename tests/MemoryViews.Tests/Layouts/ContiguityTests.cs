using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>C and Fortran contiguity: Python's table, its trap for empty runs, and axes of length 1.</summary>
public class ContiguityTests
{
    [Fact]
    public void A_single_item_is_contiguous_both_ways() => AssertContiguous(Layout.Contiguous(4, []), c: true, f: true);

    [Fact]
    public void A_run_is_contiguous_when_its_stride_is_the_item_size()
    {
        AssertContiguous(Layout.Contiguous(4, [5]), c: true, f: true);
        AssertContiguous(Layout.Strided(4, [5], [8]), c: false, f: false);
        AssertContiguous(Layout.Strided(4, [5], [-4], 16), c: false, f: false);
        AssertContiguous(Layout.Strided(4, [5], [0]), c: false, f: false);
    }

    [Fact]
    public void An_empty_run_whose_stride_is_not_the_item_size_is_not_contiguous()
    {
        Layout bytes = Layout.Contiguous(1, [3]);

        AssertContiguous(bytes.Slice(0, Slice.Of(0, 0, 2)), c: false, f: false);
        AssertContiguous(bytes.Slice(0, Slice.Of(0, 0)), c: true, f: true);
    }

    [Fact]
    public void A_run_of_one_is_contiguous_whatever_its_stride()
    {
        AssertContiguous(Layout.Contiguous(1, [3]).Slice(0, Slice.Of(0, 1, 2)), c: true, f: true);
        AssertContiguous(Layout.Strided(4, [1], [-99]), c: true, f: true);
    }

    [Fact]
    public void From_rank_2_on_empty_layouts_are_contiguous_both_ways()
    {
        AssertContiguous(Layout.Strided(4, [3, 0], [7, 9]), c: true, f: true);
        AssertContiguous(Layout.Strided(4, [0, 3], [7, 9]), c: true, f: true);
    }

    [Fact]
    public void Order_decides_from_rank_2_on()
    {
        AssertContiguous(Layout.Contiguous(4, [2, 3, 4]), c: true, f: false);
        AssertContiguous(Layout.Contiguous(4, [2, 3, 4], AxisOrder.F), c: false, f: true);
        AssertContiguous(Layout.Contiguous(4, [2, 3, 4]).Permute(), c: false, f: true);
        AssertContiguous(Layout.Contiguous(4, [2, 3, 4]).Permute(1, 0, 2), c: false, f: false);
    }

    [Fact]
    public void Axes_of_length_1_may_have_any_stride()
    {
        AssertContiguous(Layout.Strided(4, [1, 5], [-3, 4]), c: true, f: true);
        AssertContiguous(Layout.Strided(4, [5, 1], [4, 1000]), c: true, f: true);
        AssertContiguous(Layout.Strided(4, [2, 1, 3], [12, 7, 4]), c: true, f: false);
        AssertContiguous(Layout.Contiguous(4, [2, 3]).InsertAxis(1), c: true, f: false);
    }

    [Fact]
    public void Negative_and_missing_strides_are_not_contiguous()
    {
        AssertContiguous(Layout.Contiguous(4, [2, 3]).Flip(1), c: false, f: false);
        AssertContiguous(Layout.Contiguous(4, [2, 3]).Flip(0), c: false, f: false);
        AssertContiguous(Layout.Contiguous(4, [3]).BroadcastTo(2, 3), c: false, f: false);
    }

    [Fact]
    public void The_order_asked_for_picks_the_flag()
    {
        Layout c = Layout.Contiguous(4, [2, 3]), f = c.Permute(), none = c.Flip(0);

        Assert.Equal((true, false, true), (c.IsContiguousIn(AxisOrder.C), c.IsContiguousIn(AxisOrder.F), c.IsContiguousIn(AxisOrder.Any)));
        Assert.Equal((false, true, true), (f.IsContiguousIn(AxisOrder.C), f.IsContiguousIn(AxisOrder.F), f.IsContiguousIn(AxisOrder.Any)));
        Assert.False(none.IsContiguousIn(AxisOrder.Any));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_layout_with_items_is_C_contiguous_when_its_items_follow_each_other(int rank)
    {
        System.Random random = new(rank);
        int contiguous = 0;
        for (int i = 0; i < 20_000; i++)
        {
            Layout layout = SmallLayouts.Random(random, rank);
            bool expected = IsRun(SmallLayouts.ItemOffsets(layout), layout.ItemSize);
            contiguous += expected ? 1 : 0;
            Assert.True(expected == layout.IsCContiguous, $"{layout}");
            Assert.True(IsRun(SmallLayouts.ItemOffsets(layout.Permute()), layout.ItemSize) == layout.IsFContiguous, $"{layout}");
        }

        Assert.InRange(contiguous, 50, 19_950);
    }

    private static bool IsRun(List<nint> offsets, nint itemSize)
    {
        for (int i = 1; i < offsets.Count; i++)
        {
            if (offsets[i] != offsets[i - 1] + itemSize)
            {
                return false;
            }
        }

        return true;
    }

    private static void AssertContiguous(Layout layout, bool c, bool f)
    {
        Assert.Equal((c, f, c || f), (layout.IsCContiguous, layout.IsFContiguous, layout.IsContiguous));
    }
}
