using System;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class InsertAxisTests
{
    private static readonly Layout s_layout = Layout.Contiguous(4, [2, 3]);

    [Theory]
    [InlineData(0, new[] { 1, 2, 3 })]
    [InlineData(1, new[] { 2, 1, 3 })]
    [InlineData(2, new[] { 2, 3, 1 })]
    [InlineData(-1, new[] { 2, 3, 1 })]
    [InlineData(-3, new[] { 1, 2, 3 })]
    public void The_axis_comes_before_the_one_named(int axis, int[] shape)
        => Assert.Equal(Array.ConvertAll(shape, length => (nint)length), s_layout.InsertAxis(axis).Shape.ToArray());

    [Fact]
    public void Items_stay_where_they_are()
    {
        Layout layout = s_layout.InsertAxis(1);

        Assert.Equal(SmallLayouts.ItemOffsets(s_layout), SmallLayouts.ItemOffsets(layout));
        Assert.Equal(s_layout.OffsetOf(1, 2), layout.OffsetOf(1, 0, 2));
        Assert.True(layout.IsCContiguous);
    }

    [Fact]
    public void A_single_item_becomes_a_run_of_one()
        => Assert.Equal([1], Layout.Contiguous(4, []).InsertAxis(0).Shape.ToArray());

    [Theory]
    [InlineData(3)]
    [InlineData(-4)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_place_beyond_the_rank_is_refused(int axis)
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => s_layout.InsertAxis(axis), $"Axis {axis}", "0 to 2", "-3 to -1");

    [Fact]
    public void Axis_65_is_refused()
    {
        nint[] shape = new nint[64];
        Array.Fill(shape, 1);

        Assert.Equal(64, Layout.Contiguous(1, shape.AsSpan(1)).InsertAxis(63).Rank);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, shape).InsertAxis(0), "65", "64");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, shape).InsertAxis(64), "65", "64");
    }
}
