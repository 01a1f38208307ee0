using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class AssignmentTests
{
    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void A_range_takes_the_items_of_another_view(Backing backing)
    {
        using Lent lent = Lent.Items(backing, [.. Enumerable.Range(0, 20)]);
        MemoryView view = lent.View;
        view[2..5] = new[] { 102, 103, 104 }.AsMemoryView();
        view[(10..).By(3)] = new[] { 1, 2, 3, 4 }.AsMemoryView()[(..).By(-1)];
        Assert.Equal([0, 1, 102, 103, 104, 5, 6, 7, 8, 9, 4, 11, 12, 3, 14, 15, 2, 17, 18, 1], view.ToArray<int>());
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void Parts_of_a_grid_take_rows_columns_and_single_items_by_broadcasting(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 3, 3, [.. Enumerable.Range(0, 9)]);
        MemoryView view = lent.View;
        view[1, ..] = new[] { 10, 11, 12 }.AsMemoryView();
        Assert.Equal([0, 1, 2, 10, 11, 12, 6, 7, 8], view.ToArray<int>());
        view[.., 0..1] = new[] { 20, 21, 22 }.AsMemoryView().Reshape(3, 1);
        Assert.Equal([20, 1, 2, 21, 11, 12, 22, 7, 8], view.ToArray<int>());
        view[1.., 1..] = new[] { -1, -2 }.AsMemoryView();
        Assert.Equal([20, 1, 2, 21, -1, -2, 22, -1, -2], view.ToArray<int>());
        view[..2, ..] = new[] { 5 }.AsMemoryView();
        Assert.Equal([5, 5, 5, 5, 5, 5, 22, -1, -2], view.ToArray<int>());
        view[Subscript.Ellipsis] = new[] { 6 }.AsMemoryView().Reshape();
        Assert.Equal(9, view.Count(6));
        Assert.Equal(view.ToBytes(), lent.Memory);
    }

    [Fact]
    public void A_view_reverses_and_turns_itself_in_place()
    {
        MemoryView row = new[] { 1, 2, 3, 4, 5 }.AsMemoryView();
        row[..] = row[(..).By(-1)];
        Assert.Equal([5, 4, 3, 2, 1], row.ToArray<int>());
        MemoryView grid = new int[,] { { 1, 2 }, { 3, 4 } }.AsMemoryView();
        grid[..] = grid.Transpose();
        Assert.Equal([1, 3, 2, 4], grid.ToArray<int>());
        row[1..] = row[..^1];
        Assert.Equal([5, 5, 4, 3, 2], row.ToArray<int>());
    }

    [Theory]
    [InlineData("b", "B")]
    [InlineData("c", "B")]
    [InlineData("i", "I")]
    [InlineData("i", ">i")]
    [InlineData("l", "q")]
    [InlineData("i", "f")]
    public void Formats_must_be_the_same_and_nothing_is_written_otherwise(string to, string from)
    {
        byte[] bytes = new byte[8];
        MemoryView destination = bytes.AsMemoryView().Cast(to), source = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }.AsMemoryView().Cast(from);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => destination[..] = source, $"'{to}'", $"'{from}'");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => destination.CopyFrom(source), $"'{to}'", $"'{from}'");
        Assert.Equal(new byte[8], bytes);
    }

    [Fact]
    public void A_leading_at_sign_makes_no_difference()
    {
        int[] target = new int[2];
        target.AsMemoryView().Cast("@i")[..] = new[] { 3, 4 }.AsMemoryView();
        Assert.Equal([3, 4], target);
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_refused_and_nothing_is_written()
    {
        int[] target = new int[6];
        MemoryView row = target.AsMemoryView(), grid = row.Reshape(2, 3);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => row[..] = new int[5].AsMemoryView(), "(5,)", "(6,)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => grid[..] = new int[2].AsMemoryView(), "(2,)", "(2, 3)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => row[..] = new int[2, 3].AsMemoryView(), "(2, 3)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => grid[..0] = new int[2, 3].AsMemoryView(), "(0, 3)");
        Assert.Equal(new int[6], target);
    }

    [Fact]
    public void Items_that_cannot_be_read_are_copied_all_the_same()
    {
        MemoryView from = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }.AsMemoryView().Cast("O"), to = new byte[8].AsMemoryView().Cast("O");
        to[..] = from;
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], to.ToBytes());
    }

    [Fact]
    public void Read_only_views_and_views_whose_items_lie_on_each_other_are_no_destination()
    {
        int[] target = new int[3];
        MemoryView view = target.AsMemoryView();
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view.AsReadOnly()[..] = view);
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view[..1].BroadcastTo(3).CopyFrom(view));
        MemoryView folded = view.WithLayout(ItemFormat.Of<int>(), Layout.Strided(4, [3, 2], [0, 4]));
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => folded[..] = new int[3, 2].AsMemoryView(), "top of each other");
        Assert.Equal(new int[3], target);
    }

    [Fact]
    public void A_setter_wants_a_view()
    {
        MemoryView view = new int[3].AsMemoryView();
        Assert.Throws<ArgumentNullException>(() => view[..] = null!);
        Assert.Throws<ArgumentNullException>(() => view[Subscript.Ellipsis] = null!);
        Assert.Throws<ArgumentNullException>(() => view.CopyFrom(null!));
    }

    [Fact]
    public void Empty_goes_into_empty()
    {
        MemoryView view = new[] { 1, 2 }.AsMemoryView();
        view[2..] = Array.Empty<int>().AsMemoryView();
        view[1..1] = new[] { 9 }.AsMemoryView();
        Assert.Equal([1, 2], view.ToArray<int>());
    }
}
