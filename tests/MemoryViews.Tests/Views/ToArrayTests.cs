using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class ToArrayTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void An_array_has_the_views_rank_and_items(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        Array array = lent.View.ToArray();
        Assert.Equal(typeof(int), array.GetType().GetElementType());
        Assert.Equal(lent.View.Shape.ToArray().Select(n => (int)n), Enumerable.Range(0, array.Rank).Select(array.GetLength));
        Assert.Equal(Shapes.Items(shape), array.Cast<int>());
    }

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Lists_are_nested_as_the_axes_are(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        List<object?> list = Assert.IsType<List<object?>>(lent.View.ToList());
        Assert.Equal(lent.View.Length, list.Count);
        IEnumerable<object?> items = lent.View.Rank == 1 ? list : list.SelectMany(row => (List<object?>)row!);
        Assert.Equal(Shapes.Items(shape).Cast<object?>(), items);
    }

    [Fact]
    public void A_view_gives_arrays_of_other_formats_in_the_machines_own_order()
    {
        byte[] bytes = [0, 1, 0, 2];
        Assert.Equal(new ushort[] { 1, 2 }, bytes.AsMemoryView().Cast(">H").ToArray());
        Assert.Equal(new ushort[] { 2, 1 }, bytes.AsMemoryView().Cast(">H").Flip().ToArray());
        Assert.Equal(new[] { false, true, true }, new byte[] { 0, 1, 9 }.AsMemoryView().Cast("?").ToArray());
        Assert.Equal(new[] { 'a', 'b' }, "ab".AsMemoryView().ToArray());
        Assert.Equal(new[] { new Complex(1, 2) }, new[] { new Complex(1, 2) }.AsMemoryView().ToArray());
        Assert.Equal(new[] { (Half)1f }, new[] { (Half)1f }.AsMemoryView().ToArray());
        Assert.Equal(new nint[,] { { 5 }, { 6 } }, new long[] { 5, 6 }.AsMemoryView().Cast("n").Reshape(2, 1).ToArray());
    }

    [Fact]
    public void An_array_of_a_scalar_view_holds_its_item()
        => Assert.Equal(new[] { 5 }, new[] { 5 }.AsMemoryView().Reshape().ToArray());

    [Fact]
    public void Typed_arrays_convert_by_value_and_refuse_what_does_not_fit()
    {
        MemoryView view = new[] { 1, 2, 300 }.AsMemoryView();
        Assert.Equal([1f, 2f, 300f], view.ToArray<float>());
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view.ToArray<byte>(), "300");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => view.ToArray<TypedItemTests.Point>(), "Point");
        Assert.Equal([true, false], new byte[] { 2, 0 }.AsMemoryView().Cast("?").ToArray<bool>());
    }

    [Fact]
    public void Lists_of_odd_shapes_are_pythons()
    {
        MemoryView scalar = new[] { 7 }.AsMemoryView().Reshape();
        Assert.Equal(7, scalar.ToList());
        Assert.Equal(new List<object?>(), Array.Empty<int>().AsMemoryView().ToList());
        Assert.Equal(new List<object?>(), new int[0, 3].AsMemoryView().ToList());
        List<object?> empties = Assert.IsType<List<object?>>(new int[3, 0].AsMemoryView().ToList());
        Assert.Equal([0, 0, 0], empties.Select(row => ((List<object?>)row!).Count));
    }

    [Fact]
    public void Records_and_bytes_make_lists_and_no_arrays()
    {
        MemoryView points = new TypedItemTests.Point[] { new(1, 2) }.AsMemoryView();
        Record record = Assert.IsType<Record>(((List<object?>)points.ToList()!)[0]);
        Assert.Equal([1, 2], record);
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => points.ToArray(), "T{i:X:i:Y:}", "ToList");
        Assert.Equal(new TypedItemTests.Point[] { new(1, 2) }, points.ToArray<TypedItemTests.Point>());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => new byte[8].AsMemoryView().Cast("O").ToList(), "'O'");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => new byte[8].AsMemoryView().Cast("O").ToArray(), "'O'");
    }

    [Fact]
    public void More_items_than_an_array_holds_are_refused_before_anything_is_allocated()
    {
        MemoryView view = new byte[1].AsMemoryView().BroadcastTo((nint)1 << 32);
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => view.ToBytes(), "4294967296");
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => view.ToArray<byte>(), "4294967296");
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => view.ToArray(), "4294967296");
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => view.ToList(), "slice the view");
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => view.ToHexString(), "4294967296");
    }
}
