using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class AxisIndexTests
{
    [Fact]
    public void Integers_count_from_the_start_and_negative_ones_from_the_end()
    {
        Assert.Equal(0, ((AxisIndex)0).Resolve(0, 5));
        Assert.Equal(4, ((AxisIndex)4).Resolve(0, 5));
        Assert.Equal(4, ((AxisIndex)(-1)).Resolve(0, 5));
        Assert.Equal(0, ((AxisIndex)(nint)(-5)).Resolve(0, 5));
    }

    [Fact]
    public void An_index_from_the_end_is_the_negative_integer()
    {
        Assert.Equal(4, ((AxisIndex)(^1)).Resolve(0, 5));
        Assert.Equal(0, ((AxisIndex)(^5)).Resolve(0, 5));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-6)]
    public void An_index_outside_the_axis_is_refused(int index)
        => Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => ((AxisIndex)index).Resolve(3, 5), $"Index {index}", "axis 3", "length 5", "0 to 4");

    [Fact]
    public void An_index_from_the_end_outside_the_axis_is_named_as_a_negative_one()
    {
        AxisIndexException refusal = Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => ((AxisIndex)(^6)).Resolve(0, 5), "Index -6");

        Assert.Equal(-6, refusal.Index);
    }

    [Fact]
    public void The_end_itself_is_no_item_and_is_named_by_its_index()
    {
        AxisIndexException refusal = Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => ((AxisIndex)(^0)).Resolve(0, 5), "Index 5", "length 5");

        Assert.Equal(5, refusal.Index);
    }

    [Fact]
    public void The_ends_of_the_integers_are_outside_every_axis()
    {
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => ((AxisIndex)nint.MinValue).Resolve(0, nint.MaxValue));
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => ((AxisIndex)nint.MaxValue).Resolve(0, nint.MaxValue));
    }
}
