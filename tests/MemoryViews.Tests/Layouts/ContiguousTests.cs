using System;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

public class ContiguousTests
{
    [Fact]
    public void C_order_steps_fastest_along_the_last_axis()
    {
        Layout layout = Layout.Contiguous(4, [2, 3, 5]);

        Assert.Equal([2, 3, 5], layout.Shape.ToArray());
        Assert.Equal([60, 20, 4], layout.Strides.ToArray());
        Assert.Equal((0, 3, 4, 30, 120), (layout.Offset, layout.Rank, layout.ItemSize, layout.ItemCount, layout.ByteLength));
        Assert.False(layout.IsIndirect);
        Assert.True(layout.Suboffsets.IsEmpty);
    }

    [Fact]
    public void Fortran_order_steps_fastest_along_the_first_axis()
        => Assert.Equal([4, 8, 24], Layout.Contiguous(4, [2, 3, 5], AxisOrder.F).Strides.ToArray());

    [Fact]
    public void Any_order_is_C_order() => Assert.Equal(Layout.Contiguous(4, [2, 3]), Layout.Contiguous(4, [2, 3], AxisOrder.Any));

    [Fact]
    public void Rank_1_has_the_item_size_as_stride()
    {
        Layout layout = Layout.Contiguous(8, [7]);

        Assert.Equal([7], layout.Shape.ToArray());
        Assert.Equal([8], layout.Strides.ToArray());
        Assert.Equal(56, layout.ByteLength);
    }

    [Fact]
    public void Rank_0_is_a_single_item_without_axes()
    {
        Layout layout = Layout.Contiguous(8, []);

        Assert.Equal((0, 1, 8), (layout.Rank, layout.ItemCount, layout.ByteLength));
        Assert.True(layout.Shape.IsEmpty);
        Assert.True(layout.Strides.IsEmpty);
    }

    [Fact]
    public void A_length_of_0_leaves_no_items()
    {
        Assert.Equal(0, Layout.Contiguous(4, [3, 0, 5]).ItemCount);
        Assert.Equal(0, Layout.Contiguous(4, [0]).ByteLength);
    }

    [Fact]
    public void Items_of_0_bytes_are_counted_but_take_no_room()
    {
        Layout layout = Layout.Contiguous(0, [3, 4]);

        Assert.Equal((12, 0), (layout.ItemCount, layout.ByteLength));
    }

    [Fact]
    public void The_largest_rank_is_64()
    {
        nint[] shape = new nint[Layout.MaxRank];
        Array.Fill(shape, 1);

        Assert.Equal(64, Layout.Contiguous(1, shape).Rank);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, new nint[65]), "65", "64");
    }

    [Fact]
    public void A_negative_length_is_refused()
    {
        ViewArgumentException refusal = Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, [2, -1]), "(2, -1)", "-1", "0 or more");

        Assert.Equal([2, -1], refusal.Shape);
    }

    [Fact]
    public void A_negative_length_is_refused_even_beside_an_empty_axis()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, [0, -1]), "(0, -1)");

    [Theory]
    [InlineData(-1)]
    [InlineData(1L + int.MaxValue)]
    public void An_item_size_outside_0_to_2_gigabytes_is_refused(long itemSize)
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous((nint)itemSize, [1]), $"{itemSize}", $"{int.MaxValue}");

    [Fact]
    public void More_bytes_than_memory_can_hold_are_refused_without_wrapping()
    {
        nint most = nint.MaxValue;

        Assert.Equal(most, Layout.Contiguous(1, [most]).ByteLength);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(2, [most]), $"({most},)", $"{most} bytes");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(1, [most, most, most, most]), $"{most} bytes");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Contiguous(0, [most, 2]), $"{most} bytes");
    }

    [Fact]
    public void An_empty_axis_excuses_the_length_of_all_others()
        => Assert.Equal(0, Layout.Contiguous(8, [nint.MaxValue, nint.MaxValue, 0]).ItemCount);
}
