using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class CastTests
{
    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void The_same_bytes_become_other_items_at_the_same_place(Backing backing)
    {
        using Lent lent = Lent.Bytes(backing, 1, 0, 2, 0, 3, 0, 4, 0);
        MemoryView shorts = lent.View.Cast("h");
        Assert.Equal([1, 2, 3, 4], shorts.ToArray<short>());
        Assert.Equal(0, Lent.Distance(lent.View, shorts));
        shorts[3] = 0x0506;
        Assert.Equal([1, 0, 2, 0, 3, 0, 6, 5], lent.Memory);
        Assert.Equal([0x00020001, 0x05060003], shorts.Cast<int>().ToArray<int>());
    }

    [Fact]
    public void A_shape_of_its_own_is_in_c_order_unless_asked_otherwise()
    {
        MemoryView bytes = new byte[] { 0, 1, 2, 3, 4, 5 }.AsMemoryView();
        Assert.Equal([2, 3], bytes.Cast("B", [2, 3]).Shape);
        Assert.Equal((byte)3, bytes.Cast("B", [2, 3])[1, 0]);
        Assert.Equal([3, 1], bytes.Cast("B", [2, -1]).Strides);
        MemoryView turned = bytes.Cast("B", [2, 3], AxisOrder.F);
        Assert.Equal([1, 2], turned.Strides);
        Assert.Equal((byte)1, turned[1, 0]);
        Assert.Equal([2, 3], bytes.Cast("B", [2, -1], AxisOrder.F).Shape);
    }

    [Fact]
    public void A_shape_of_far_too_many_axes_is_refused_in_either_order()
    {
        MemoryView bytes = new byte[6].AsMemoryView();
        nint[] shape = new nint[4_000_000];
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => bytes.Cast("B", shape), "4000000", "64");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => bytes.Cast("B", shape, AxisOrder.F), "4000000", "64");
    }

    [Fact]
    public void An_empty_shape_is_one_item_that_takes_all_bytes()
    {
        MemoryView view = new byte[] { 1, 0, 0, 0 }.AsMemoryView();
        Assert.Equal(1, view.Cast("i", [])[[]]);
        Assert.Equal(1, view.Cast("i", []).Cast("B", [4]).Get<byte>(0));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.Cast("B", []), "(4,)", "()");
    }

    [Fact]
    public void Any_two_formats_and_any_two_ranks_will_do()
    {
        MemoryView ints = new int[2, 3].AsMemoryView();
        Assert.Equal([3], ints.Cast("d").Shape);
        Assert.Equal([3, 2, 2], ints.Cast("h", [3, 2, 2]).Shape);
        Assert.Equal([6], ints.Cast("i").Shape);
        Assert.Equal([1, 24], ints.Cast("B", [1, 24]).Shape);
        Assert.Equal("T{<I:a:<I:b:}", ints.Cast("T{<I:a:<I:b:}").Format.Text);
        Assert.Equal([3], ints.Cast("T{<I:a:<I:b:}").Shape);
    }

    [Fact]
    public void A_fortran_ordered_view_becomes_its_bytes_as_they_lie()
    {
        MemoryView turned = new byte[,] { { 1, 2, 3 }, { 4, 5, 6 } }.AsMemoryView().Transpose();
        Assert.Equal([1, 2, 3, 4, 5, 6], turned.Cast("B").ToBytes());
        Assert.Equal([1, 4, 2, 5, 3, 6], turned.ToBytes());
    }

    [Fact]
    public void Rows_with_gaps_between_them_are_cast_along_their_last_axis()
    {
        MemoryView part = new byte[3, 8].AsMemoryView()[.., 2..6];
        MemoryView shorts = part.Cast("<h");
        Assert.Equal([3, 2], shorts.Shape);
        Assert.Equal([8, 2], shorts.Strides);
        shorts[2, 1] = 0x0201;
        Assert.Equal([1, 2], part[2, 2..].ToBytes());
        Assert.Equal([3, 4], shorts.Cast("B").Shape);
        Assert.Equal([3, 1], part.Cast<int>().Shape);
        Assert.Equal([3, 2, 1], part.Cast("h", [3, 2, 1]).Shape);
    }

    [Fact]
    public void Indirect_rows_are_cast_along_their_last_axis()
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 2, 2, 0x00020001, 0x00040003, 0x00060005, 0x00080007);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], lent.View.Cast("<H").ToArray<int>());
        Assert.Equal([2, 4], lent.View.Cast("<H").Shape);
    }

    [Fact]
    public void Items_of_the_same_size_are_cast_whatever_their_strides()
    {
        MemoryView back = new[] { 1, 2, 3 }.AsMemoryView().Flip();
        Assert.Equal([3u, 2u, 1u], back.Cast<uint>().ToArray<uint>());
        Assert.Equal([-4], back.Cast("f").Strides);
    }

    [Fact]
    public void Strided_last_axes_are_refused_and_a_copy_is_named()
    {
        MemoryView view = Enumerable.Range(0, 8).Select(i => (byte)i).ToArray().AsMemoryView();
        Refusal.Of<ViewOperationException>(ViewErrorCode.NotContiguous, () => view[(..).By(2)].Cast("h"), "ToArray");
        Refusal.Of<ViewOperationException>(ViewErrorCode.NotContiguous, () => view.Flip().Cast("h"), "ToArray");
        Refusal.Of<ViewOperationException>(ViewErrorCode.NotContiguous, () => view.Reshape(2, 4)[.., ..2].Transpose().Cast("h"), "ToArray");
    }

    [Fact]
    public void Bytes_that_do_not_divide_into_items_are_refused_with_the_remainder()
    {
        MemoryView view = new byte[10].AsMemoryView();
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.Cast("i"), "10 bytes", "'i'", "2 left over");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view.Cast("h", [2, 2]), "5 items", "(2, 2)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => new byte[2, 7].AsMemoryView()[.., 1..4].Cast("h"), "3 bytes");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.FormatMismatch, () => view.Cast("0s"), "'0s'", "0 bytes");
        Refusal.Of<ViewSyntaxException>(ViewErrorCode.FormatSyntax, () => view.Cast("i%"), "^");
        Assert.Throws<ArgumentNullException>(() => view.Cast((ItemFormat)null!));
        Assert.Throws<ArgumentNullException>(() => view.Cast((string)null!));
    }

    [Fact]
    public void Views_without_items_are_cast_too()
    {
        MemoryView empty = new byte[0, 5].AsMemoryView();
        Assert.Equal([0], empty.Cast("i").Shape);
        Assert.Equal([0, 3], empty.Cast("i", [0, 3]).Shape);
        Assert.Equal([7, 0], Array.Empty<byte>().AsMemoryView().Cast("d", [7, 0]).Shape);
        Assert.Equal([0], new byte[4, 4].AsMemoryView()[..0, (..).By(2)].Cast("q").Shape);
    }

    [Fact]
    public void A_cast_to_a_struct_reads_records()
    {
        MemoryView view = new[] { 1, 2, 3, 4 }.AsMemoryView().Cast<TypedItemTests.Point>();
        Assert.Equal(new TypedItemTests.Point(3, 4), view.Get<TypedItemTests.Point>(1));
        Assert.Equal([2, 4], view["Y"].ToArray<int>());
    }

    [Fact]
    public void A_last_axis_of_one_item_is_one_run_whatever_its_stride()
    {
        MemoryView corner = new int[3, 4].AsMemoryView()[(..).By(2), (..).By(5)];
        Assert.Equal([2, 1], corner.Shape.ToArray());
        Assert.Equal([2, 4], corner.Cast("B").Shape.ToArray());
    }
}
