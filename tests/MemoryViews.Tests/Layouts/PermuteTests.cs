using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class PermuteTests
{
    private static readonly Layout s_layout = Layout.Strided(2, [3, 4, 5], [40, -10, 2], 30);

    [Fact]
    public void Axes_take_their_lengths_and_strides_along()
        => Assert.Equal(Layout.Strided(2, [5, 3, 4], [2, 40, -10], 30), s_layout.Permute(2, 0, 1));

    [Fact]
    public void No_axes_turn_the_order_round()
    {
        Assert.Equal(s_layout.Permute(2, 1, 0), s_layout.Permute());
        Assert.Equal(s_layout, s_layout.Permute().Permute());
    }

    [Fact]
    public void Negative_axes_count_from_the_end() => Assert.Equal(s_layout.Permute(2, 0, 1), s_layout.Permute(-1, 0, -2));

    [Fact]
    public void Ranks_0_and_1_have_one_order_only()
    {
        Assert.Equal(Layout.Contiguous(1, [3]), Layout.Contiguous(1, [3]).Permute(0));
        Assert.Equal(Layout.Contiguous(1, [3]), Layout.Contiguous(1, [3]).Permute());
        Assert.Equal(Layout.Contiguous(1, []), Layout.Contiguous(1, []).Permute());
    }

    [Fact]
    public void Every_item_is_found_at_its_permuted_index()
    {
        Layout turned = s_layout.Permute(1, 2, 0);
        for (nint i = 0; i < 3; i++)
        {
            for (nint j = 0; j < 4; j++)
            {
                for (nint k = 0; k < 5; k++)
                {
                    Assert.Equal(s_layout.OffsetOf(i, j, k), turned.OffsetOf(j, k, i));
                }
            }
        }
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, "(0, 1)")]
    [InlineData(new[] { 0, 1, 1 }, "(0, 1, 1)")]
    [InlineData(new[] { 0, 1, -2 }, "(0, 1, -2)")]
    [InlineData(new[] { 0, 1, 3 }, "(0, 1, 3)")]
    [InlineData(new[] { 0, 1, int.MinValue }, "(0, 1, -2147483648)")]
    [InlineData(new[] { 0, 1, 2, 3 }, "(0, 1, 2, 3)")]
    public void What_is_no_permutation_is_refused(int[] axes, string named)
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => s_layout.Permute(axes), named, "0 to 2");

    [Fact]
    public void All_64_axes_can_be_permuted()
    {
        nint[] shape = new nint[64];
        int[] axes = new int[64];
        for (int axis = 0; axis < 64; axis++)
        {
            (shape[axis], axes[axis]) = (axis == 63 ? 2 : 1, 63 - axis);
        }

        Layout turned = Layout.Contiguous(1, shape).Permute(axes);

        Assert.Equal((2, 1), (turned.Shape[0], turned.Shape[63]));
        axes[0] = 1;
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => Layout.Contiguous(1, shape).Permute(axes), "0 to 63");
    }
}
