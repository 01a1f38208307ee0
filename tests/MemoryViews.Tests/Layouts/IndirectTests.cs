using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>
/// Indirect layouts (PEP 3118 suboffsets): what every operation does to offset, strides and suboffsets.
/// <code>
///   picture: 3 row pointers at 16, 24, 32 ──► rows of 4 two-byte items, 5 bytes in
/// </code>
/// </summary>
public class IndirectTests
{
    private static readonly Layout s_rows = Layout.Indirect(2, [3, 4], [8, 2], [5, -1], 16);

    // Planes of rows: plane pointers, then row pointers, then bytes.
    private static readonly Layout s_planes = Layout.Indirect(1, [2, 3, 4], [8, 8, 1], [0, 10, -1]);

    [Fact]
    public void A_layout_with_a_suboffset_of_0_or_more_is_indirect()
    {
        Assert.True(s_rows.IsIndirect);
        Assert.Equal([5, -1], s_rows.Suboffsets.ToArray());
        Assert.Equal((2, 12, 24), (s_rows.Rank, s_rows.ItemCount, s_rows.ByteLength));
        Assert.True(Layout.Indirect(1, [3], [8], [0]).IsIndirect);
    }

    [Fact]
    public void Negative_suboffsets_alone_are_dropped()
    {
        Layout layout = Layout.Indirect(2, [3, 4], [8, 2], [-1, -5], 16);

        Assert.False(layout.IsIndirect);
        Assert.Equal(Layout.Strided(2, [3, 4], [8, 2], 16), layout);
        Assert.False(Layout.Indirect(2, [3], [8], [-1]).IsIndirect);
        Assert.False(Layout.Indirect(2, [], [], []).IsIndirect);
    }

    [Fact]
    public void Another_number_of_strides_or_suboffsets_than_axes_is_refused()
    {
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Indirect(1, [2, 3], [8], [0, -1]), "2 axes");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Layout.Indirect(1, [2, 3], [8, 1], [0]), "2 axes");
    }

    [Fact]
    public void Indirect_layouts_are_never_contiguous()
    {
        Layout layout = Layout.Indirect(1, [1, 4], [8, 1], [0, -1]);

        Assert.False(layout.IsCContiguous || layout.IsFContiguous || layout.IsContiguous);
        Assert.False(Layout.Indirect(8, [1], [8], [0]).IsContiguous);
        Assert.False(s_rows.Slice(0, Slice.Of(0, 0)).IsContiguous);
    }

    [Fact]
    public void Slicing_the_axis_of_the_pointer_moves_the_offset()
    {
        Assert.Equal(Layout.Indirect(2, [2, 4], [8, 2], [5, -1], 24), s_rows.Slice(0, Slice.Of(1, null)));
        Assert.Equal(Layout.Indirect(2, [3, 4], [-8, 2], [5, -1], 32), s_rows.Flip(0));
    }

    [Fact]
    public void Slicing_behind_the_pointer_moves_the_suboffset()
    {
        Assert.Equal(Layout.Indirect(2, [3, 3], [8, 2], [7, -1], 16), s_rows.Slice(1, Slice.Of(1, null)));
        Assert.Equal(Layout.Indirect(2, [3, 4], [8, -2], [11, -1], 16), s_rows.Flip(1));
    }

    [Fact]
    public void A_move_lands_in_the_nearest_suboffset_before_it()
    {
        Assert.Equal(Layout.Indirect(1, [2, 2, 4], [8, 8, 1], [8, 10, -1]), s_planes.Slice(1, Slice.Of(1, null)));
        Assert.Equal(Layout.Indirect(1, [2, 3, 2], [8, 8, 1], [0, 12, -1]), s_planes.Slice(2, Slice.Of(2, null)));
    }

    [Fact]
    public void A_whole_subscript_does_what_its_slices_do()
    {
        Layout stepwise = s_planes.Slice(0, Slice.Of(1, null)).Slice(1, Slice.Of(null, null, -1)).Slice(2, Slice.Of(1, 3));

        Assert.Equal(stepwise, s_planes.Subscript(1.., Slice.Of(null, null, -1), 1..3));
        Assert.Equal(s_planes.Slice(2, Slice.Of(1, 3)), s_planes.Subscript(Subscript.Ellipsis, 1..3));
        Assert.Equal(s_planes, s_planes.Subscript());
    }

    [Fact]
    public void An_empty_slice_that_starts_before_the_axis_moves_nothing()
    {
        Slice before = Slice.Of(-9, null, -1);
        Layout rows = Layout.Indirect(1, [3, 4], [8, 1], [0, -1]);

        Assert.Equal([3, 0], rows.Slice(1, before).Shape.ToArray());
        Assert.Equal([0, -1], rows.Slice(1, before).Suboffsets.ToArray());
        Assert.Equal(rows.Slice(1, before), rows.Subscript(.., before));
    }

    [Fact]
    public void A_slice_to_before_the_place_its_pointer_points_at_is_refused()
    {
        Layout backwards = Layout.Indirect(1, [3, 4], [8, -1], [2, -1]);

        Assert.Equal([0, -1], backwards.Slice(1, Slice.Of(2, null)).Suboffsets.ToArray());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => backwards.Slice(1, Slice.Of(3, null)), "slice forwards", "ToArray");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => backwards.Subscript(.., 3..), "ToArray");
    }

    [Fact]
    public void An_index_behind_the_pointer_is_carried_by_the_axis_of_the_pointer()
    {
        Layout column = s_rows.Index(1, 3);

        Assert.Equal(Layout.Indirect(2, [3], [8], [11], 16), column);
        Assert.Equal(column, s_rows.Subscript(.., 3));
    }

    [Fact]
    public void An_index_on_the_axis_of_a_pointer_needs_an_axis_before_it_to_follow_the_pointer()
    {
        Layout grid = Layout.Indirect(1, [2, 3, 4], [24, 8, 1], [-1, 10, -1]);

        Assert.Equal(Layout.Indirect(1, [2, 4], [24, 1], [10, -1], 16), grid.Index(1, 2));
        Assert.Equal(Layout.Indirect(1, [3, 4], [8, 1], [10, -1], 24), grid.Index(0, 1));
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_rows.Index(0, 1), "through a view");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_planes.Index(1, 1), "range of one");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => grid.Subscript(0, 0));
    }

    [Fact]
    public void A_move_behind_a_dropped_pointer_lands_in_the_axis_that_follows_it_now()
    {
        Layout grid = Layout.Indirect(1, [2, 3, 4], [24, 8, 1], [-1, 10, -1]);

        Assert.Equal(Layout.Indirect(1, [2, 2], [24, 1], [12, -1], 16), grid.Subscript(.., 2, 2..));
        Assert.Equal(Layout.Indirect(1, [2], [24], [13], 8), grid.Subscript(.., 1, 3));
    }

    [Fact]
    public void A_new_axis_before_a_dropped_pointer_can_follow_it()
        => Assert.Equal(Layout.Indirect(2, [1, 4], [0, 2], [5, -1], 24), s_rows.Subscript(Subscript.NewAxis, 1));

    [Fact]
    public void New_axes_follow_no_pointer()
    {
        Assert.Equal(Layout.Indirect(2, [1, 3, 4], [0, 8, 2], [-1, 5, -1], 16), s_rows.InsertAxis(0));
        Assert.Equal(Layout.Indirect(2, [3, 1, 4], [8, 0, 2], [5, -1, -1], 16), s_rows.InsertAxis(1));
    }

    [Fact]
    public void Indices_outside_their_axis_are_refused_as_everywhere()
    {
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => s_rows.Subscript(.., 4), "axis 1", "length 4");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => s_rows.Subscript(.., .., 0), "3", "rank 2");
    }

    [Fact]
    public void Axes_between_two_pointers_may_change_places_and_the_last_follows_the_pointer()
    {
        Layout grid = Layout.Indirect(1, [2, 3, 4, 5], [24, 8, 5, 1], [-1, 10, -1, -1]);

        Assert.Equal(Layout.Indirect(1, [3, 2, 5, 4], [8, 24, 1, 5], [-1, 10, -1, -1]), grid.Permute(1, 0, 3, 2));
        Assert.Equal(grid, grid.Permute(0, 1, 2, 3));
    }

    [Fact]
    public void Axes_do_not_cross_a_pointer()
    {
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_rows.Permute(1, 0), "permutation", "same side", "ToArray");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_planes.Permute(0, 2, 1));
    }

    [Fact]
    public void Broadcasting_repeats_pointers_and_items_alike()
    {
        Layout one = Layout.Indirect(1, [1, 4], [8, 1], [5, -1]);

        Assert.Equal(Layout.Indirect(1, [2, 3, 4], [0, 0, 1], [-1, 5, -1]), one.BroadcastTo(2, 3, 4));
    }

    [Fact]
    public void Windows_run_behind_the_last_pointer_only()
    {
        Assert.Equal(Layout.Indirect(2, [3, 3, 2], [8, 2, 2], [5, -1, -1], 16), s_rows.Windows(1, 2));
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_rows.Windows(0, 2), "Windows", "ToArray");
    }

    [Fact]
    public void Reshape_keeps_the_shape_or_needs_a_copy()
    {
        Assert.Equal(s_rows, s_rows.Reshape(3, -1));
        Assert.False(s_rows.TryReshape([12], out _));
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_rows.Reshape(4, 3), "(3, 4)", "(4, 3)", "ToArray");
    }

    [Fact]
    public void Bounds_are_those_of_the_pointers()
    {
        Assert.Equal((16, 32 + nint.Size), s_rows.Bounds);
        s_rows.CheckFits(32 + nint.Size);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => s_rows.CheckFits(31 + nint.Size), "[16, 40)", "[0, 39)");
    }

    [Fact]
    public void Where_an_item_lies_only_the_memory_knows()
        => Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => s_rows.OffsetOf(0, 0), "OffsetOf", "ask the view");

    [Fact]
    public void A_part_of_every_item_lies_behind_the_last_pointer()
        => Assert.Equal(Layout.Indirect(1, [3, 4], [8, 2], [6, -1], 16), s_rows.Part(1, 1, [], 0));
}
