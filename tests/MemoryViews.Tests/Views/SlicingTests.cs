using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class SlicingTests
{
    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void A_slice_starts_at_its_base_plus_its_offset(Backing backing)
    {
        using Lent lent = Lent.Items(backing, 0, 1, 2, 3, 4, 5, 6, 7);
        MemoryView view = lent.View;
        Assert.Equal(8, Lent.Distance(view, view[2..6]));
        Assert.Equal(28, Lent.Distance(view, view[Slice.Of(null, null, -1)]));
        Assert.Equal(16, Lent.Distance(view, view[1..][(1..).By(2)][1..2].Flip()));
        Assert.Equal(20, Lent.Distance(view, view.Slice(5, 3)));
        Assert.Equal([4, 2], view[1..6][Slice.Of(-2, 0, -2)].ToArray<int>());
    }

    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void What_is_written_through_a_slice_is_in_the_memory(Backing backing)
    {
        using Lent lent = Lent.Bytes(backing, 1, 2, 3, 4, 5, 6);
        lent.View[(..).By(-2)][0] = 60;
        lent.View[1..3][1..][0] = 30;
        Assert.Equal([1, 2, 30, 4, 5, 60], lent.Memory);
    }

    // All starts, stops and steps of a row of 5 against a list sliced the Python way.
    [Fact]
    public void Every_slice_of_a_short_row_is_what_python_takes()
    {
        int[] items = [10, 11, 12, 13, 14];
        MemoryView view = items.AsMemoryView();
        nint?[] bounds = [null, .. Enumerable.Range(-7, 15).Select(i => (nint?)i)];
        foreach (nint? start in bounds)
        {
            foreach (nint? stop in bounds)
            {
                foreach (nint? step in new nint?[] { null, 1, 2, 3, -1, -2, -3, nint.MaxValue, nint.MinValue })
                {
                    Assert.Equal(Taken(items, start, stop, step ?? 1), view[Slice.Of(start, stop, step)].ToArray<int>());
                }
            }
        }
    }

    [Fact]
    public void Ranges_clamp_and_Slice_does_not()
    {
        MemoryView view = new int[5].AsMemoryView();
        Assert.Equal(2, view[3..100].Length);
        Assert.Equal(0, view[4..2].Length);
        Assert.Equal(0, view[9..].Length);
        Assert.Equal(0, view.Slice(5, 0).Length);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.IndexOutOfRange, () => view.Slice(3, 3), "Slice(3, 3)", "5");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.IndexOutOfRange, () => view.Slice(-1, 1), "Slice(-1, 1)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.IndexOutOfRange, () => view.Slice(0, -1), "Slice(0, -1)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.IndexOutOfRange, () => view.Slice(nint.MaxValue, nint.MaxValue), "5");
    }

    [Fact]
    public void Indices_drop_their_axis_ranges_keep_it_and_new_axes_come_in()
    {
        MemoryView cube = Numbered(2, 3, 4);
        Assert.Equal([3, 4], cube[1, .., ..].Shape);
        Assert.Equal([2, 4], cube[.., 1, ..].Shape);
        Assert.Equal([2, 3], cube[.., .., 1].Shape);
        Assert.Equal([2, 3], cube[Subscript.Ellipsis, 1].Shape);
        Assert.Equal([3], cube[1, .., 2].Shape);
        Assert.Equal([1, 2, 3, 4], cube[Subscript.NewAxis, ..].Shape);
        Assert.Equal([2, 3, 4, 1], cube[Subscript.Ellipsis, Subscript.NewAxis].Shape);
        Assert.Equal([2, 1, 4], cube[.., 1, Subscript.NewAxis, ..].Shape);
        Assert.Equal([2, 2, 2], cube[.., 1.., (..).By(2)].Shape);
        Assert.Equal([], cube[1, 2, 3, Subscript.Ellipsis].Shape);
        Assert.Equal(23, cube[1, 2, 3, Subscript.Ellipsis][[]]);
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void Mixed_subscripts_of_a_grid_take_the_items_that_lists_would(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 3, 4, [.. Enumerable.Range(0, 12)]);
        MemoryView view = lent.View;
        Assert.Equal([4, 5, 6, 7], view[1, ..].ToArray<int>());
        Assert.Equal([11, 10, 9, 8], view[^1, (..).By(-1)].ToArray<int>());
        Assert.Equal([8, 10, 4, 6, 0, 2], view[(..).By(-1), (..).By(2)].ToArray<int>());
        Assert.Equal([5, 6, 9, 10], view[1.., 1..3].ToArray<int>());
        Assert.Equal([3], view[..1, 3..].ToArray<int>());
        Assert.Equal([], view[3.., 1..].ToArray<int>());
        Assert.Equal([1, 2], view[1, 1..3][Subscript.NewAxis, ..].Shape);
    }

    [Fact]
    public void A_column_of_direct_memory_starts_where_its_first_item_lies()
    {
        MemoryView cube = Numbered(2, 3, 4);
        Assert.Equal(4 * ((1 * 12) + (2 * 4) + 3), Lent.Distance(cube, cube[1, 2, 3..]));
        Assert.Equal(4 * 11, Lent.Distance(cube, cube[0, (..).By(-1), (..).By(-1)]));
        Assert.Equal(4 * 14, Lent.Distance(cube, cube[1.., .., 2]));
    }

    [Fact]
    public void Wrong_subscripts_are_refused_with_what_would_have_worked()
    {
        MemoryView grid = Numbered(2, 3);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => _ = grid[1, 1, ..], "rank 2");
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => _ = grid[2, ..], "axis 0", "length 2");
        Refusal.Of<AxisIndexException>(ViewErrorCode.IndexOutOfRange, () => _ = grid[.., -4], "axis 1", "length 3");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidKey, () => _ = grid[Subscript.Ellipsis, Subscript.Ellipsis], "two ellipses");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ZeroStep, () => _ = grid[Slice.Of(null, null, 0)], "step");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ZeroStep, () => _ = grid[(..).By(0), 1], "step");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => _ = grid[1, 1, Subscript.Ellipsis][..], "rank 0");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => grid[1, 1, Subscript.Ellipsis].Slice(0, 1), "rank 0");
    }

    private static MemoryView Numbered(params nint[] shape)
    {
        nint count = shape.Aggregate((nint)1, (a, b) => a * b);
        return Enumerable.Range(0, (int)count).ToArray().AsMemoryView().Reshape(shape);
    }

    // slice.indices restated for short rows, without the library's arithmetic.
    private static List<int> Taken(int[] items, nint? start, nint? stop, nint step)
    {
        int length = items.Length;
        Int128 low = step > 0 ? 0 : -1, high = step > 0 ? length : length - 1;
        Int128 from = Clamp(start, step > 0 ? low : high), to = Clamp(stop, step > 0 ? high : low);
        List<int> taken = [];
        for (Int128 i = from; step > 0 ? i < to : i > to; i += step)
        {
            taken.Add(items[(int)i]);
        }

        return taken;

        Int128 Clamp(nint? bound, Int128 open) => bound is not { } b ? open : Int128.Clamp(b < 0 ? (Int128)b + length : b, low, high);
    }
}
