using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class FlipTests
{
    [Fact]
    public void A_flipped_axis_runs_backwards_from_its_last_item()
    {
        Assert.Equal(Layout.Strided(4, [5], [-4], 16), Layout.Contiguous(4, [5]).Flip(0));
        Assert.Equal(Layout.Strided(1, [3, 4], [4, -1], 3), Layout.Contiguous(1, [3, 4]).Flip(1));
        Assert.Equal(Layout.Strided(1, [3, 4], [-4, 1], 8), Layout.Contiguous(1, [3, 4]).Flip(-2));
    }

    [Fact]
    public void Flipping_twice_gives_the_layout_back()
    {
        Layout layout = Layout.Strided(2, [3, 4], [-20, 6], 50);

        Assert.Equal(layout, layout.Flip(0).Flip(1).Flip(0).Flip(1));
    }

    [Fact]
    public void An_axis_of_length_1_stays_where_it_is() => Assert.Equal(0, Layout.Contiguous(4, [1]).Flip(0).OffsetOf(0));

    [Fact]
    public void An_empty_axis_can_be_flipped() => Assert.Equal(0, Layout.Contiguous(4, [0]).Flip(0).ItemCount);

    [Fact]
    public void An_axis_the_layout_does_not_have_is_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => Layout.Contiguous(1, [2]).Flip(1), "Axis 1", "0 to 0");
}
