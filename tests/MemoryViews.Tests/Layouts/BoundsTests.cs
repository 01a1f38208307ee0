using System;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layout.Bounds and CheckFits, with offsets and strides at the ends of the integers.</summary>
public class BoundsTests
{
    [Fact]
    public void Bounds_are_the_bytes_from_the_lowest_item_to_the_end_of_the_highest()
    {
        Assert.Equal((0, 48), Layout.Contiguous(4, [3, 4]).Bounds);
        Assert.Equal((5, 13), Layout.Contiguous(8, []).At(5).Bounds);
        Assert.Equal((12, 24), Layout.Strided(4, [3], [-4], 20).Bounds);
        Assert.Equal((94, 117), Layout.Strided(1, [3, 3, 9], [-3, 8, 0], 100).Bounds);
    }

    [Fact]
    public void Without_items_both_bounds_are_the_offset()
    {
        Assert.Equal((7, 7), Layout.Strided(4, [3, 0], [100, 100], 7).Bounds);
        Assert.Equal((7, 7), Layout.Strided(4, [nint.MaxValue, nint.MaxValue, 0], [nint.MaxValue, nint.MinValue, 1], 7).Bounds);
    }

    [Fact]
    public void Bounds_are_those_of_all_items_for_every_small_layout()
    {
        Random random = new(5);
        for (int i = 0; i < 5_000; i++)
        {
            Layout layout = SmallLayouts.Random(random, random.Next(0, 4));
            var offsets = SmallLayouts.ItemOffsets(layout);
            offsets.Sort();
            Assert.Equal((offsets[0], offsets[^1] + layout.ItemSize), layout.Bounds);
        }
    }

    [Fact]
    public void A_layout_fits_memory_that_ends_with_its_last_item()
    {
        Layout layout = Layout.Strided(4, [3], [-4], 8);

        layout.CheckFits(12);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => layout.CheckFits(11), "[0, 12)", "[0, 11)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => layout.At(7).CheckFits(100), "[-1, 11)", "[0, 100)");
    }

    [Fact]
    public void A_layout_without_items_fits_everywhere() => Layout.Strided(4, [0], [nint.MaxValue], nint.MinValue).CheckFits(0);

    [Theory]
    [InlineData("9223372036854775807", "-9223372036854775808", 3)]
    [InlineData("-9223372036854775808", "-9223372036854775808", 2)]
    [InlineData("9223372036854775807", "9223372036854775807", 2)]
    [InlineData("0", "4611686018427387904", 5)]
    [InlineData("0", "-4611686018427387904", 5)]
    public void Sums_beyond_the_integers_do_not_wrap_back_into_memory(string offset, string stride, int length)
    {
        Layout layout = Layout.Strided(1, [length], [nint.Parse(stride, null)], nint.Parse(offset, null));

        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => layout.CheckFits(nint.MaxValue), $"[0, {nint.MaxValue})");
    }

    [Fact]
    public void Several_axes_whose_wrapped_sum_would_be_0_are_refused()
    {
        // 4 * 2^62 and 2 * 2^63 are 0 in 64 bits.
        Layout layout = Layout.Strided(1, [5, 3], [(nint)1 << 62, nint.MinValue]);

        Refusal.Of<ViewArgumentException>(
            ViewErrorCode.OutOfBounds, () => layout.CheckFits(16), "-18446744073709551616", "18446744073709551617", "[0, 16)");
    }

    [Fact]
    public void Bounds_beyond_the_integers_are_the_nearest_integers()
    {
        Assert.Equal((0, nint.MaxValue), Layout.Strided(1, [3], [nint.MaxValue]).Bounds);
        Assert.Equal((nint.MinValue, 1), Layout.Strided(1, [3], [nint.MinValue]).Bounds);
        Assert.Equal((nint.MinValue, nint.MinValue + 1), Layout.Strided(1, [1], [1], nint.MinValue).Bounds);
    }

    [Fact]
    public void A_layout_may_take_all_memory_there_is()
    {
        Layout.Contiguous(1, [nint.MaxValue]).CheckFits(nint.MaxValue);
        Layout.Strided(1, [nint.MaxValue], [-1], nint.MaxValue - 1).CheckFits(nint.MaxValue);
        Refusal.Of<ViewArgumentException>(
            ViewErrorCode.OutOfBounds, () => Layout.Strided(1, [nint.MaxValue], [-1], nint.MaxValue - 2).CheckFits(nint.MaxValue), "[-1, ");
    }
}
