using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class ShapeTests
{
    private readonly MemoryView _cube = Enumerable.Range(0, 24).ToArray().AsMemoryView().Reshape(2, 3, 4);

    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void Every_change_of_axes_stays_in_the_same_memory(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 2, 3, 0, 1, 2, 3, 4, 5);
        MemoryView view = lent.View;
        Assert.Equal(0, Lent.Distance(view, view.Transpose()));
        Assert.Equal(0, Lent.Distance(view, view.Permute(1, 0)));
        Assert.Equal(12, Lent.Distance(view, view.Flip()));
        Assert.Equal(8, Lent.Distance(view, view.Flip(1)));
        Assert.Equal(0, Lent.Distance(view, view.Reshape(6)));
        Assert.Equal(0, Lent.Distance(view, view.BroadcastTo(5, 2, 3)));
        Assert.Equal(0, Lent.Distance(view, view.Windows(2, 1, 1)));
        Assert.Equal(0, Lent.Distance(view, view.AsReadOnly()));
        view.Transpose().Set(2, 1, 50);
        Assert.Equal(50, BitConverter.ToInt32(lent.Memory, 20));
    }

    [Fact]
    public void Transpose_turns_all_axes_round()
    {
        MemoryView turned = _cube.Transpose();
        Assert.Equal([4, 3, 2], turned.Shape);
        Assert.Equal([4, 16, 48], turned.Strides);
        Assert.Equal(_cube[1, 2, 3], turned[3, 2, 1]);
        Assert.Equal(_cube.ToBytes(AxisOrder.F), turned.ToBytes());
    }

    [Fact]
    public void Permute_puts_axes_where_they_are_named()
    {
        MemoryView moved = _cube.Permute(2, 0, 1);
        Assert.Equal([4, 2, 3], moved.Shape);
        Assert.Equal(_cube[1, 2, 3], moved[3, 1, 2]);
        Assert.Equal([3, 4, 2], _cube.Permute(-2, -1, 0).Shape);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => _cube.Permute(0, 1), "0 to 2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => _cube.Permute(0, 1, 1), "0, 1, 1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => _cube.Permute(0, 1, 3), "3");
    }

    [Fact]
    public void Flip_reads_one_axis_backwards()
    {
        Assert.Equal(_cube[0, 2, 3], _cube.Flip(-1)[0, 2, 0]);
        Assert.Equal(_cube[1, 2, 3], _cube.Flip()[0, 2, 3]);
        Assert.Equal(_cube.ToBytes(), _cube.Flip(1).Flip(1).ToBytes());
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => _cube.Flip(3), "Axis 3", "0 to 2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => _cube.Flip(-4), "Axis -4");
    }

    [Fact]
    public void Reshape_keeps_the_items_in_order_and_fills_in_one_length()
    {
        Assert.Equal([6, 4], _cube.Reshape(6, -1).Shape);
        Assert.Equal([24], _cube.Reshape(-1).Shape);
        Assert.Equal([2, 1, 3, 4, 1], _cube.Reshape(2, 1, 3, 4, 1).Shape);
        Assert.Equal(_cube.ToBytes(), _cube.Reshape(4, 6).ToBytes());
        Assert.Equal([], _cube[1, 2, 3..].Reshape().Shape);
        Assert.Equal([0, 7], Array.Empty<int>().AsMemoryView().Reshape(0, 7).Shape);
        MemoryView strided = _cube[.., .., ..2];
        Assert.Equal([6, 2], strided.Reshape(6, 2).Shape);
        Assert.Equal(strided.ToBytes(), strided.Reshape(6, 2).ToBytes());
    }

    [Fact]
    public void A_reshape_that_needs_a_copy_is_refused_and_names_one()
    {
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => _cube.Transpose().Reshape(24), "ToArray");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => _cube.Reshape(5, 5), "(2, 3, 4)", "24 items", "(5, 5)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => _cube.Reshape(-1, 7), "(-1, 7)");
        Assert.Throws<ViewArgumentException>(() => _cube.Reshape(-1, -1));
        Assert.Throws<ViewArgumentException>(() => _cube.Reshape(-2, -12));
        Assert.Throws<ViewArgumentException>(() => _cube.Reshape(nint.MaxValue, nint.MaxValue));
    }

    [Fact]
    public void Broadcasting_repeats_axes_of_length_one_and_is_read_only()
    {
        MemoryView row = new[] { 1, 2, 3 }.AsMemoryView();
        MemoryView grid = row.BroadcastTo(2, 3);
        Assert.Equal([1, 2, 3, 1, 2, 3], grid.ToArray<int>());
        Assert.Equal([0, 4], grid.Strides);
        Assert.True(grid.IsReadOnly);
        Assert.True(grid[0, ..].IsReadOnly);
        Assert.Equal([1, 1, 2, 2, 3, 3], row.Reshape(3, 1).BroadcastTo(3, 2).ToArray<int>());
        Assert.Equal([7, 7, 7], new[] { 7 }.AsMemoryView().Reshape().BroadcastTo(3).ToArray<int>());
        Assert.Equal(0, row[..1].BroadcastTo(0).ItemCount);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => row.BroadcastTo(3, 2), "(3,)", "(3, 2)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => grid.BroadcastTo(3), "(2, 3)", "(3,)");
    }

    [Fact]
    public void Windows_run_over_an_axis()
    {
        MemoryView row = new[] { 0, 1, 2, 3, 4, 5 }.AsMemoryView();
        Assert.Equal([0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 5], row.Windows(3).ToArray<int>());
        Assert.Equal([0, 1, 2, 3, 4, 5], row.Windows(2, 2).ToArray<int>());
        Assert.Equal([0, 1, 3, 4], row.Windows(2, 3).ToArray<int>());
        Assert.Equal([1, 6], row.Windows(6).Shape);
        Assert.Equal([2, 2, 4, 2], _cube.Windows(2, 1, 1).Shape);
        Assert.Equal(_cube[1, 2, 3], _cube.Windows(2, 1, -2)[1, 1, 3, 1]);
    }

    [Fact]
    public void Windows_that_overlap_are_read_only_and_others_as_the_view_is()
    {
        int[] items = [0, 1, 2, 3];
        MemoryView row = items.AsMemoryView();
        Assert.True(row.Windows(2).IsReadOnly);
        Assert.False(row.Windows(2, 2).IsReadOnly);
        Assert.True(row.AsReadOnly().Windows(2, 2).IsReadOnly);
        row.Windows(2, 2)[1, 0] = 20;
        Assert.Equal([0, 1, 20, 3], items);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => row.Windows(5), "5", "length 4");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => row.Windows(0), "0");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => row.Windows(2, 0), "1 or more");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => row.Windows(2, 1, 1), "Axis 1");
    }

    [Fact]
    public void Read_only_stays_read_only_through_everything_made_from_it()
    {
        MemoryView view = _cube.AsReadOnly();
        MemoryView[] made = [view[1..], view[0, ..], view.Transpose(), view.Flip(), view.Reshape(24), view.Cast("B"), view.Cast<short>(), view.Share(), new(view), view.AsReadOnly(), .. view.Along()];
        Assert.All(made, view => Assert.True(view.IsReadOnly));
        Assert.False(_cube.IsReadOnly);
    }

    [Fact]
    public void An_indirect_grid_slices_and_flips_but_does_not_move_axes_across_its_pointers()
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 2, 3, 0, 1, 2, 3, 4, 5);
        MemoryView view = lent.View;
        Assert.Equal([3, 4, 5, 0, 1, 2], view.Flip().ToArray<int>());
        Assert.Equal([2, 1, 0, 5, 4, 3], view.Flip(1).ToArray<int>());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => view.Transpose(), "suboffset");
        Assert.Throws<ViewNotSupportedException>(() => view.Reshape(6));
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => view.WithLayout(view.Format, view.Layout), "BufferExport");
    }
}
