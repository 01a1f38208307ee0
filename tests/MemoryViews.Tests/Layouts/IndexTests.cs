using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class IndexTests
{
    [Fact]
    public void An_index_drops_its_axis()
    {
        Layout layout = Layout.Contiguous(2, [3, 4, 5]);

        Assert.Equal(Layout.Strided(2, [4, 5], [10, 2], 80), layout.Index(0, 2));
        Assert.Equal(Layout.Strided(2, [3, 5], [40, 2], 10), layout.Index(1, 1));
        Assert.Equal(Layout.Strided(2, [3, 4], [40, 10], 6), layout.Index(2, 3));
    }

    [Fact]
    public void Negative_indices_and_axes_count_from_the_end()
    {
        Layout layout = Layout.Contiguous(2, [3, 4]);

        Assert.Equal(layout.Index(0, 2), layout.Index(0, -1));
        Assert.Equal(layout.Index(1, 0), layout.Index(-1, -4));
    }

    [Fact]
    public void The_last_axis_indexed_leaves_one_item()
    {
        Layout item = Layout.Contiguous(8, [5]).Index(0, 3);

        Assert.Equal((0, 24, 1), (item.Rank, item.Offset, item.ItemCount));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-4)]
    [InlineData(int.MaxValue)]
    public void An_index_outside_its_axis_is_refused_with_axis_index_and_length(int index)
    {
        AxisIndexException refusal = Refusal.Of<AxisIndexException>(
            ViewErrorCode.IndexOutOfRange, () => Layout.Contiguous(1, [5, 3]).Index(1, index), $"Index {index}", "axis 1", "length 3", "0 to 2", "-3 to -1");

        Assert.Equal((1, index, 3), (refusal.Axis, refusal.Index, refusal.Length));
    }

    [Fact]
    public void Indices_at_the_ends_of_the_integers_are_refused_without_wrapping()
    {
        Layout layout = Layout.Contiguous(1, [nint.MaxValue]);

        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => layout.Index(0, nint.MinValue), $"{nint.MinValue}");
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => layout.Index(0, nint.MaxValue), $"{nint.MaxValue}");
        Assert.Equal(nint.MaxValue - 1, layout.Index(0, -1).Offset);
    }

    [Fact]
    public void An_empty_axis_takes_no_index()
        => Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => Layout.Contiguous(1, [0]).Index(0, 0), "Index 0", "empty");

    [Fact]
    public void An_axis_the_layout_does_not_have_is_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => Layout.Contiguous(1, [2]).Index(1, 0), "Axis 1", "rank is 1");
}
