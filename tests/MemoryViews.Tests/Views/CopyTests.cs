using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class CopyTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Bytes_and_items_come_out_in_c_order(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        byte[] expected = Shapes.Bytes(shape), bytes = new byte[expected.Length + 3];
        Assert.Equal(expected, lent.View.ToBytes());
        lent.View.CopyTo(bytes);
        Assert.Equal([.. expected, 0, 0, 0], bytes);
        int[] items = new int[Shapes.Items(shape).Length];
        lent.View.CopyTo<int>(items);
        Assert.Equal(Shapes.Items(shape), items);
        Assert.Equal(Shapes.Items(shape), lent.View.ToArray<int>());
        Assert.Equal([.. Shapes.Items(shape).Select(i => (double)i)], lent.View.ToArray<double>());
    }

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void A_view_copied_to_and_from_another_has_the_same_items(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        int[] expected = Shapes.Items(shape);
        MemoryView other = new int[expected.Length].AsMemoryView().Reshape(lent.View.Shape);
        lent.View.CopyTo(other);
        Assert.Equal(expected, other.ToArray<int>());
        int[] changed = [.. expected.Select(i => ~i)];
        other.CopyFrom<int>(changed);
        lent.View.CopyFrom(other);
        Assert.Equal(changed, lent.View.ToArray<int>());
        Assert.Equal(35 - expected.Length, CountOfOriginals(lent) - expected.Count(i => changed.Contains(i)));
    }

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void A_span_goes_in_in_c_order_by_value(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        int[] items = [.. Shapes.Items(shape).Select(i => -1 - i)];
        lent.View.CopyFrom<int>(items);
        Assert.Equal(items, lent.View.ToArray<int>());
        lent.View.CopyFrom<long>([.. items.Select(i => i - 1L)]);
        Assert.Equal([.. items.Select(i => i - 1)], lent.View.ToArray<int>());
        Assert.Equal(35 - items.Length, CountOfOriginals(lent));
    }

    [Fact]
    public void Orders_are_c_fortran_and_as_it_lies()
    {
        MemoryView grid = new byte[,] { { 1, 2, 3 }, { 4, 5, 6 } }.AsMemoryView(), turned = grid.Transpose(), gaps = grid[.., (..).By(2)];
        Assert.Equal([1, 2, 3, 4, 5, 6], grid.ToBytes());
        Assert.Equal([1, 4, 2, 5, 3, 6], grid.ToBytes(AxisOrder.F));
        Assert.Equal([1, 2, 3, 4, 5, 6], grid.ToBytes(AxisOrder.Any));
        Assert.Equal([1, 4, 2, 5, 3, 6], turned.ToBytes());
        Assert.Equal([1, 2, 3, 4, 5, 6], turned.ToBytes(AxisOrder.F));
        Assert.Equal([1, 2, 3, 4, 5, 6], turned.ToBytes(AxisOrder.Any));
        Assert.Equal([1, 3, 4, 6], gaps.ToBytes(AxisOrder.Any));
        Assert.Equal([1, 4, 3, 6], gaps.ToBytes(AxisOrder.F));
        byte[] bytes = new byte[6];
        grid.CopyTo(bytes, AxisOrder.F);
        Assert.Equal([1, 4, 2, 5, 3, 6], bytes);
    }

    [Fact]
    public void Fortran_order_of_indirect_rows_follows_their_pointers()
    {
        using Lent lent = Lent.Grid<byte>(Backing.Indirect, 2, 3, 1, 2, 3, 4, 5, 6);
        Assert.Equal([1, 4, 2, 5, 3, 6], lent.View.ToBytes(AxisOrder.F));
        Assert.Equal([1, 2, 3, 4, 5, 6], lent.View.ToBytes(AxisOrder.Any));
    }

    [Fact]
    public void Bytes_come_out_of_items_that_cannot_be_read()
    {
        MemoryView view = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }.AsMemoryView().Cast("O").Flip();
        Assert.Equal([9, 10, 11, 12, 13, 14, 15, 16, 1, 2, 3, 4, 5, 6, 7, 8], view.ToBytes());
    }

    [Fact]
    public void A_span_that_does_not_fit_is_refused_before_anything_is_written()
    {
        int[] target = [1, 2, 3];
        MemoryView view = target.AsMemoryView();
        byte[] bytes = new byte[11];
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.CopyTo(bytes), "11", "12");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.CopyTo<int>(new int[2]), "2", "3");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.CopyFrom<int>([1, 2]), "2", "3");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.CopyFrom<int>([1, 2, 3, 4]), "4", "3");
        Assert.Equal(new byte[11], bytes);
        Assert.Equal([1, 2, 3], target);
    }

    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void A_value_that_does_not_fit_leaves_the_view_as_it_was(Backing backing)
    {
        using Lent lent = Lent.Bytes(backing, [.. Enumerable.Range(0, 40).Select(i => (byte)i)]);
        byte[] before = lent.Memory;
        int[] items = [.. Enumerable.Range(0, 40)];
        items[39] = 256;
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => lent.View.CopyFrom<int>(items), "256");
        Assert.Equal(before, lent.Memory);
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => lent.View.CopyFrom<TypedItemTests.Point>(new TypedItemTests.Point[40]), "Point");
        Assert.Equal(before, lent.Memory);
    }

    [Fact]
    public void A_view_goes_to_a_view_of_the_same_format_and_shape()
    {
        MemoryView view = new int[2, 3].AsMemoryView();
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => view.CopyTo(new int[3, 2].AsMemoryView()), "(2, 3)", "(3, 2)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => view.CopyTo(new int[2, 2, 3].AsMemoryView()), "(2, 2, 3)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => view.CopyTo(new uint[2, 3].AsMemoryView()), "'i'", "'I'", "ConvertTo");
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view.CopyTo(view.AsReadOnly()));
        Assert.Throws<ArgumentNullException>(() => view.CopyTo((MemoryView)null!));
    }

    [Fact]
    public void A_span_over_the_views_own_memory_is_copied_as_if_apart()
    {
        int[] items = [1, 2, 3, 4, 5];
        items.AsMemoryView().Flip().CopyFrom<int>(items);
        Assert.Equal([5, 4, 3, 2, 1], items);
        items.AsMemoryView()[1..].CopyFrom<int>(items.AsSpan(0, 4));
        Assert.Equal([5, 5, 4, 3, 2], items);
        items.AsMemoryView()[(..).By(-1)].CopyTo<int>(items);
        Assert.Equal([2, 3, 4, 5, 5], items);
        byte[] bytes = [1, 2, 3, 4, 5];
        bytes.AsMemoryView().Flip().CopyTo(bytes.AsSpan());
        Assert.Equal([5, 4, 3, 2, 1], bytes);
        bytes.AsMemoryView()[..4].CopyTo<byte>(bytes.AsSpan(1));
        Assert.Equal([5, 5, 4, 3, 2], bytes);
    }

    [Fact]
    public void CopyFrom_takes_any_exporter_and_gives_it_back()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(3);
        using (MemoryView native = buffer.AsMemoryView())
        {
            native.Fill((byte)7);
        }

        byte[] bytes = new byte[3];
        bytes.AsMemoryView().CopyFrom(buffer);
        Assert.Equal([7, 7, 7], bytes);
        buffer.Close();
    }

    // Items beside the view keep their values: multiples of 1000 below 35000 that nobody wrote.
    private static int CountOfOriginals(Lent lent)
    {
        int[] all = [.. lent.Memory.Chunk(4).Select(chunk => BitConverter.ToInt32(chunk))];
        return all.Where((value, i) => value == i * 1000).Count();
    }
}
