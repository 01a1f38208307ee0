using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class OffsetOfTests
{
    [Fact]
    public void The_offset_is_the_layouts_own_plus_index_times_stride()
    {
        Layout layout = Layout.Strided(2, [3, 4], [-20, 6], 50);

        Assert.Equal(50, layout.OffsetOf(0, 0));
        Assert.Equal(50 - 40 + 18, layout.OffsetOf(2, 3));
        Assert.Equal(layout.OffsetOf(2, 3), layout.OffsetOf(-1, -1));
        Assert.Equal(7, Layout.Strided(4, [], [], 7).OffsetOf());
    }

    [Fact]
    public void Another_number_of_indices_than_axes_is_refused()
    {
        Layout layout = Layout.Contiguous(1, [3, 4]);

        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => layout.OffsetOf(1), "rank 2", "1 came");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => layout.OffsetOf(1, 1, 1), "3", "rank 2", "at most 2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => layout.OffsetOf(), "2 indices", "0 came");
    }

    [Fact]
    public void An_index_outside_its_axis_is_refused()
    {
        Layout layout = Layout.Contiguous(1, [3, 4]);

        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => layout.OffsetOf(3, 0), "Index 3", "axis 0", "length 3");
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => layout.OffsetOf(0, -5), "Index -5", "axis 1", "length 4");
    }
}
