using System;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class WindowsTests
{
    [Fact]
    public void The_axis_counts_windows_and_a_new_last_axis_runs_inside_each()
    {
        Assert.Equal(Layout.Strided(4, [8, 3], [4, 4]), Layout.Contiguous(4, [10]).Windows(0, 3));
        Assert.Equal(Layout.Strided(1, [2, 5, 2], [5, 1, 5]), Layout.Contiguous(1, [3, 5]).Windows(0, 2));
        Assert.Equal(Layout.Strided(1, [3, 4, 2], [5, 1, 1]), Layout.Contiguous(1, [3, 5]).Windows(-1, 2));
    }

    [Fact]
    public void With_a_step_only_whole_windows_count()
    {
        Assert.Equal(Layout.Strided(1, [3, 4], [3, 1]), Layout.Contiguous(1, [10]).Windows(0, 4, 3));
        Assert.Equal(Layout.Strided(1, [2, 4], [4, 1]), Layout.Contiguous(1, [10]).Windows(0, 4, 4));
        Assert.Equal([1, 4], Layout.Contiguous(1, [10]).Windows(0, 4, nint.MaxValue).Shape.ToArray());
    }

    [Fact]
    public void Item_j_of_window_i_is_item_i_times_step_plus_j_of_the_axis()
    {
        Layout axis = Layout.Strided(2, [9], [-4], 40);
        for (nint size = 1; size <= 9; size++)
        {
            for (nint step = 1; step <= 10; step++)
            {
                Layout windows = axis.Windows(0, size, step);
                Assert.True((windows.Shape[0] - 1) * step + size <= 9 && windows.Shape[0] * step + size > 9);
                for (nint i = 0; i < windows.Shape[0]; i++)
                {
                    Assert.Equal(axis.OffsetOf(i * step), windows.OffsetOf(i, 0));
                    Assert.Equal(axis.OffsetOf(i * step + size - 1), windows.OffsetOf(i, size - 1));
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 1)]
    [InlineData(-1, 1)]
    [InlineData(2, 0)]
    [InlineData(2, -1)]
    public void A_window_larger_than_the_axis_or_a_step_below_1_is_refused(int size, int step)
        => Refusal.Of<ViewArgumentException>(
            ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, [5]).Windows(0, size, step), $"{size} items", $"every {step}", "length 5", "1 to 5");

    [Fact]
    public void An_axis_the_layout_does_not_have_is_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => Layout.Contiguous(1, [5]).Windows(1, 2), "Axis 1");

    [Fact]
    public void Windows_on_64_axes_are_refused()
    {
        nint[] shape = new nint[64];
        Array.Fill(shape, 1);

        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, shape).Windows(0, 1), "65", "64");
    }

    [Fact]
    public void More_window_items_than_can_be_counted_are_refused()
        => Refusal.Of<ViewArgumentException>(
            ViewErrorCode.InvalidShape, () => Layout.Strided(1, [nint.MaxValue], [0]).Windows(0, nint.MaxValue / 2), $"{nint.MaxValue} bytes");
}
