using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class StridedTests
{
    [Fact]
    public void Strides_may_be_negative_0_and_shorter_than_the_item()
    {
        Layout layout = Layout.Strided(4, [2, 3, 4], [-100, 0, 3], 200);

        Assert.Equal([-100, 0, 3], layout.Strides.ToArray());
        Assert.Equal([2, 3, 4], layout.Shape.ToArray());
        Assert.Equal((200, 24, 96), (layout.Offset, layout.ItemCount, layout.ByteLength));
    }

    [Fact]
    public void Rank_1_keeps_its_stride_and_offset()
    {
        Layout layout = Layout.Strided(2, [5], [-6], 24);

        Assert.Equal((1, 24), (layout.Rank, layout.Offset));
        Assert.Equal([-6], layout.Strides.ToArray());
    }

    [Fact]
    public void Rank_0_keeps_its_offset() => Assert.Equal(9, Layout.Strided(2, [], [], 9).OffsetOf());

    [Fact]
    public void The_spans_given_are_copied()
    {
        nint[] shape = [2, 3], strides = [3, 1];
        Layout layout = Layout.Strided(1, shape, strides);
        (shape[0], strides[0]) = (9, 9);

        Assert.Equal(Layout.Contiguous(1, [2, 3]), layout);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 65)]
    public void Another_number_of_strides_than_axes_is_refused(int rank, int strides)
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Strided(1, new nint[rank], new nint[strides]), $"{strides} strides", $"{rank} axes");

    [Fact]
    public void The_shape_is_held_to_the_rules_of_every_layout()
    {
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Strided(1, [-2], [1]), "(-2,)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Strided(4, [nint.MaxValue], [0]), $"{nint.MaxValue} bytes");
    }
}
