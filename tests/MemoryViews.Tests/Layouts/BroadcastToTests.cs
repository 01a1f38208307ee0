using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class BroadcastToTests
{
    [Fact]
    public void Axes_of_length_1_are_repeated_with_stride_0()
    {
        Assert.Equal(Layout.Strided(4, [3, 5], [4, 0]), Layout.Contiguous(4, [3, 1]).BroadcastTo(3, 5));
        Assert.Equal(Layout.Strided(4, [7], [0]), Layout.Contiguous(4, [1]).BroadcastTo(7));
    }

    [Fact]
    public void New_axes_come_first_with_stride_0()
    {
        Assert.Equal(Layout.Strided(4, [2, 6, 3], [0, 0, 4]), Layout.Contiguous(4, [3]).BroadcastTo(2, 6, 3));
        Assert.Equal(Layout.Strided(8, [2, 3], [0, 0]), Layout.Contiguous(8, []).BroadcastTo(2, 3));
    }

    [Fact]
    public void The_same_shape_is_the_same_layout()
    {
        Layout layout = Layout.Strided(2, [3, 4], [-8, 2], 20);

        Assert.Equal(layout, layout.BroadcastTo(3, 4));
        Assert.Equal(Layout.Contiguous(1, []), Layout.Contiguous(1, []).BroadcastTo());
    }

    [Fact]
    public void An_axis_of_length_1_can_be_repeated_no_times()
        => Assert.Equal([3, 0], Layout.Contiguous(4, [3, 1]).BroadcastTo(3, 0).Shape.ToArray());

    [Theory]
    [InlineData(3, 4)]
    [InlineData(3, 1)]
    [InlineData(0, 3)]
    [InlineData(2, 0)]
    public void A_length_neither_equal_nor_1_is_refused(int from, int to)
        => Refusal.Of<ViewArgumentException>(
            ViewErrorCode.StructureMismatch, () => Layout.Contiguous(1, [from]).BroadcastTo(9, to), $"({from},)", $"(9, {to})", "equal or 1");

    [Fact]
    public void Fewer_axes_are_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => Layout.Contiguous(1, [1, 3]).BroadcastTo(3), "(1, 3)", "(3,)");

    [Fact]
    public void More_items_than_can_be_counted_are_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(2, [1]).BroadcastTo(nint.MaxValue), $"{nint.MaxValue}");

    [Fact]
    public void Shapes_that_are_none_are_refused()
    {
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, [1]).BroadcastTo(-1), "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, [1]).BroadcastTo(new nint[65]), "65", "64");
    }
}
