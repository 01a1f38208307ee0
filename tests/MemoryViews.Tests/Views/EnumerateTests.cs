using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class EnumerateTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Items_come_in_c_order_whatever_the_rank(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        Assert.Equal(Shapes.Items(shape), lent.View.Items<int>());
        Assert.Equal(Shapes.Items(shape).Select(i => (double)i), lent.View.Items<double>());
    }

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Rows_come_along_the_first_axis(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        int[] items = [.. lent.View.Along().SelectMany(row => row.ToArray<int>())];
        Assert.Equal(Shapes.Items(shape), items);
        Assert.All(lent.View.Along(), row => Assert.Equal(lent.View.Rank - 1, row.Rank));
    }

    [Fact]
    public void Columns_come_along_the_last_axis_and_lie_in_the_same_memory()
    {
        MemoryView grid = new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }.AsMemoryView();
        Assert.Equal(["1 4", "2 5", "3 6"], grid.Along(-1).Select(column => string.Join(' ', column.Items<int>())));
        int i = 0;
        foreach (MemoryView column in grid.Along(1))
        {
            Assert.Equal(4 * i++, Lent.Distance(grid, column));
            column.Fill(i);
        }

        Assert.Equal([1, 2, 3, 1, 2, 3], grid.ToArray<int>());
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => grid.Along(2), "Axis 2", "0 to 1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => grid[0, 0, Subscript.Ellipsis].Along(), "rank 0");
    }

    [Fact]
    public void Foreach_reads_a_row_live()
    {
        MemoryView view = new[] { 1, 2, 3 }.AsMemoryView();
        List<object?> seen = [];
        foreach (object? item in view)
        {
            seen.Add(item);
            view[2] = 30;
        }

        Assert.Equal([1, 2, 30], seen);
    }

    [Fact]
    public void Foreach_wants_one_axis_and_readable_items_at_once()
    {
        Refusal.Of<ViewOperationException>(ViewErrorCode.WrongIndexCount, () => new int[2, 2].AsMemoryView().GetEnumerator(), "Along", "rank 2");
        Refusal.Of<ViewOperationException>(ViewErrorCode.ScalarLength, () => new int[1].AsMemoryView().Reshape().GetEnumerator(), "view[[]]");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => new byte[8].AsMemoryView().Cast("O").GetEnumerator(), "'O'");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => new int[1].AsMemoryView().Items<TypedItemTests.Point>(), "Point");
    }

    [Fact]
    public void An_enumeration_stops_with_an_exception_once_the_view_is_released()
    {
        MemoryView view = new[] { 1, 2, 3 }.AsMemoryView();
        using IEnumerator<object?> items = view.GetEnumerator();
        IEnumerator<int> typed = view.Items<int>().GetEnumerator();
        IEnumerator<MemoryView> rows = view.Along().GetEnumerator();
        Assert.True(items.MoveNext() && typed.MoveNext() && rows.MoveNext());
        view.Release();
        Assert.Throws<ViewReleasedException>(() => items.MoveNext());
        Assert.Throws<ViewReleasedException>(() => typed.MoveNext());
        Assert.Throws<ViewReleasedException>(() => rows.MoveNext());
    }

    [LeavesBehind("the view between the root and its rows is a temporary")]
    [Fact]
    public void Rows_hold_the_loan_as_any_view_does_and_items_do_not()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(6);
        MemoryView view = buffer.AsMemoryView().Reshape(2, 3);
        Assert.Equal(6, view.Items<byte>().Count());
        MemoryView row = view.Along().First();
        view.Release();
        Assert.Equal(3, row.Length);
        Assert.Throws<BufferException>(() => buffer.Close());
        row.Dispose();
        buffer.Dispose();
    }
}
