using System;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>What becomes of integers, C# indices, ranges and slices as elements of a subscript.</summary>
public class SubscriptConversionTests
{
    private static readonly Layout s_layout = Layout.Contiguous(1, [10]);

    [Fact]
    public void Every_spelling_of_an_index_drops_the_axis()
    {
        Assert.Equal(7, s_layout.Subscript(7).OffsetOf());
        Assert.Equal(7, s_layout.Subscript((nint)7).OffsetOf());
        Assert.Equal(7, s_layout.Subscript(-3).OffsetOf());
        Assert.Equal(7, s_layout.Subscript(^3).OffsetOf());
        Assert.Equal(7, s_layout.Subscript((AxisIndex)(^3)).OffsetOf());
    }

    [Fact]
    public void Ranges_and_slices_keep_the_axis()
    {
        Assert.Equal(Layout.Strided(1, [2], [1], 7), s_layout.Subscript(7..9));
        Assert.Equal(Layout.Strided(1, [2], [1], 7), s_layout.Subscript(new Slice(7, 9)));
        Assert.Equal(Layout.Strided(1, [5], [-2], 9), s_layout.Subscript(Slice.Parse("::-2")));
    }

    [Fact]
    public void The_end_itself_is_no_item_and_is_named_by_its_index()
    {
        AxisIndexException refusal = Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => s_layout.Subscript(^0), "Index 10", "length 10");

        Assert.Equal(10, refusal.Index);
    }

    [Fact]
    public void A_slice_of_step_0_is_refused_when_it_becomes_a_subscript()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.ZeroStep, () => { Subscript _ = Slice.Of(0, 1, 0); });

    [Fact]
    public void A_range_far_beyond_the_axis_clamps()
        => Assert.Equal(s_layout, s_layout.Subscript(new Range(^int.MaxValue, int.MaxValue)));
}
