using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>Which subscripts are items and which are views is decided by the compiler: integers only are items. That these lines compile is half of the test.</summary>
public class SubscriptTypeTests
{
    private readonly MemoryView _row = new[] { 0, 1, 2, 3, 4, 5, 6, 7 }.AsMemoryView();
    private readonly MemoryView _grid = new int[,] { { 0, 1, 2 }, { 3, 4, 5 } }.AsMemoryView();
    private readonly MemoryView _cube = new int[,,] { { { 0, 1 }, { 2, 3 } }, { { 4, 5 }, { 6, 7 } } }.AsMemoryView();

    [Fact]
    public void Integers_alone_are_items()
    {
        int i = 1;
        nint n = 2;
        short s = 3;
        List<List<object?>> rows = [Of(_row[1]), Of(_row[i]), Of(_row[n]), Of(_row[s]), Of(_row[-1]), Of(_row[^1])];
        Assert.Equal<object?>([1, 1, 2, 3, 7, 7], rows.ConvertAll(list => list[0]));
        List<List<object?>> grid = [Of(_grid[1, 2]), Of(_grid[i, n]), Of(_grid[^1, 2]), Of(_grid[^1, n]), Of(_grid[n - 1, ^1]), Of(_grid[^1, ^2])];
        Assert.Equal<object?>([5, 5, 5, 5, 5, 4], grid.ConvertAll(list => list[0]));
        List<List<object?>> cube = [Of(_cube[1, 0, 1]), Of(_cube[i, ^1, -2])];
        Assert.Equal<object?>([5, 6], cube.ConvertAll(list => list[0]));
        Assert.Equal<object?>(5, Of(_row[5..6].Reshape()[[]])[0]);
    }

    [Fact]
    public void Anything_with_a_range_a_slice_or_an_ellipsis_is_a_view()
    {
        nint n = 1;
        List<List<MemoryView>> views =
        [
            Of(_row[2..6]), Of(_row[..]), Of(_grid[1, ..]), Of(_grid[.., ^1]), Of(_grid[^1, ..]), Of(_grid[n, 1..]), Of(_grid[Subscript.Ellipsis]),
            Of(_grid[Subscript.Ellipsis, 0]), Of(_row[Slice.Of(null, null, -1)]), Of(_grid[(1..).By(3), 0]), Of(_grid[Subscript.NewAxis, .., 1..2]),
        ];
        string[] expected = ["2 3 4 5", "0 1 2 3 4 5 6 7", "3 4 5", "2 5", "3 4 5", "4 5", "0 1 2 3 4 5", "0 3", "7 6 5 4 3 2 1 0", "3", "1 4"];
        Assert.Equal(expected, views.ConvertAll(list => string.Join(' ', list[0].Items<int>())));
    }

    [Fact]
    public void A_subscript_of_an_index_asked_as_a_view_gives_a_view()
    {
        MemoryView plane = _cube[[(Subscript)1]];
        Assert.Equal([2, 2], plane.Shape);
        Assert.Equal([4, 5, 6, 7], plane.ToArray<int>());
    }

    [Fact]
    public void Everything_that_is_written_in_the_examples_does_what_it_says()
    {
        MemoryView view = new[] { 1, 2, 3, 4, 5, 6 }.AsMemoryView(), other = new[] { 10, 20, 30, 40 }.AsMemoryView();
        view[1] = 42;
        view[^1] = 60;
        view[2..4] = other[0..2];
        Assert.Equal([1, 42, 10, 20, 5, 60], view.ToArray<int>());
        view[Subscript.Ellipsis] = other[3..];
        Assert.Equal([40, 40, 40, 40, 40, 40], view.ToArray<int>());
        view.Set(0, 5);
        view.Set<byte>(1, 6);
        view.CopyFrom<int>([1, 2, 3, 4, 5, 6]);
        Assert.Equal(3, view.IndexOf(4));
        Assert.Equal(1, view.Count((byte)6));
        Assert.Equal([3, 4], view.Slice(2, 2).ToArray<int>());

        MemoryView grid = _grid.Reshape(3, -1);
        grid[.., 0] = view[..3];
        grid[1, 1] = 99;
        Assert.Equal([1, 1, 2, 99, 3, 5], grid.ToArray<int>());
        Assert.Equal(99, ((int[,])grid.ToArray())[1, 1]);
    }

    private static List<T> Of<T>(T value) => [value];
}
