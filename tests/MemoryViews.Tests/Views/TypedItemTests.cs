using System;
using System.Numerics;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class TypedItemTests
{
    private enum Colour : short
    {
        Red = 1,
        Blue = 300,
    }

    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void The_formats_own_type_is_read_and_written_as_it_lies(Backing backing)
    {
        using Lent lent = Lent.Items(backing, 10, 20, 30);
        MemoryView view = lent.View;
        Assert.Equal(10, view.Get<int>(0));
        Assert.Equal(30, view.Get<int>(-1));
        Assert.Equal(30, view.Get<int>(^1));
        view.Set(1, 21);
        view.Set([^3], 11);
        Assert.Equal([11, 21, 30], view.ToArray<int>());
        Assert.Equal(21, BitConverter.ToInt32(lent.Memory, 4));
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void Two_indices_find_the_item_of_a_grid(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 2, 3, 1.5, 2, 3, 4, 5, 6);
        MemoryView view = lent.View;
        Assert.Equal(6.0, view.Get<double>(1, 2));
        Assert.Equal(1.5, view.Get<double>(-2, -3));
        Assert.Equal(5.0, view.Get<double>([1, ^2]));
        view.Set(1, 0, 40.0);
        view.Set([0, 1], 20.0);
        Assert.Equal([1.5, 20, 3, 40, 5, 6], view.ToArray<double>());
        Assert.Throws<AxisIndexException>(() => view.Get<double>(2, 0));
        Assert.Throws<AxisIndexException>(() => view.Set(0, 3, 1.0));
    }

    [Fact]
    public void Strided_and_flipped_views_find_their_items()
    {
        MemoryView view = new[] { 0, 1, 2, 3, 4, 5, 6, 7 }.AsMemoryView()[Slice.Of(null, null, -3)];
        Assert.Equal([7, 4, 1], new[] { view.Get<int>(0), view.Get<int>(1), view.Get<int>(2) });
        MemoryView column = new int[,] { { 1, 2 }, { 3, 4 } }.AsMemoryView()[.., 1];
        Assert.Equal(4, column.Get<int>(1));
    }

    [Fact]
    public void Numbers_convert_by_value_when_they_fit()
    {
        MemoryView ints = new[] { 65, -1, 300 }.AsMemoryView();
        Assert.Equal((byte)65, ints.Get<byte>(0));
        Assert.Equal(-1L, ints.Get<long>(1));
        Assert.Equal(300.0, ints.Get<double>(2));
        Assert.Equal((Half)65f, ints.Get<Half>(0));
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => ints.Get<byte>(2), "300");
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => ints.Get<ulong>(1), "-1");
    }

    [Fact]
    public void Numbers_are_converted_on_the_way_in_and_refused_when_they_do_not_fit()
    {
        short[] shorts = [1, 2];
        MemoryView view = shorts.AsMemoryView();
        view.Set(0, 77L);
        view.Set(1, (byte)200);
        Assert.Equal([77, 200], shorts);
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view.Set(0, 40000), "40000", "-32768 to 32767");
        Assert.Equal(77, shorts[0]);
    }

    [Fact]
    public void Foreign_byte_orders_are_turned_round()
    {
        byte[] bytes = [0x01, 0x02, 0x03, 0x04];
        MemoryView big = bytes.AsMemoryView().Cast(">i");
        Assert.Equal(0x01020304, big.Get<int>(0));
        big.Set(0, 0x0A0B0C0D);
        Assert.Equal([0x0A, 0x0B, 0x0C, 0x0D], bytes);
        Assert.Equal(0x0A0B, bytes.AsMemoryView().Cast(">H").Get<ushort>(0));
        Assert.Equal(0x0A0B0C0DL, big.Get<long>(0));
    }

    [Fact]
    public void Booleans_characters_halves_complexes_and_enumerations_are_items_too()
    {
        MemoryView truths = new[] { false, true }.AsMemoryView();
        Assert.True(truths.Get<bool>(1));
        truths.Set(0, true);
        Assert.True(truths.Get<bool>(0));

        MemoryView text = "memory".AsMemoryView();
        Assert.Equal('o', text.Get<char>(3));

        MemoryView halves = new[] { (Half)0.5f }.AsMemoryView();
        Assert.Equal((Half)0.5f, halves.Get<Half>(0));
        Assert.Equal(0.5, halves.Get<double>(0));

        MemoryView complexes = new[] { new Complex(1, 2) }.AsMemoryView();
        complexes.Set(0, new Complex(3, 4));
        Assert.Equal(new Complex(3, 4), complexes.Get<Complex>(0));
        Assert.Equal(5.0, Complex.Abs(complexes.Get<Complex>(0)));

        MemoryView colours = new[] { Colour.Red, Colour.Blue }.AsMemoryView();
        Assert.Equal(Colour.Blue, colours.Get<Colour>(1));
        Assert.Equal(300, colours.Get<int>(1));
    }

    [Fact]
    public void A_complex_does_not_become_a_real_number()
    {
        MemoryView complexes = new[] { new Complex(1, 2) }.AsMemoryView(), reals = new double[1].AsMemoryView();
        Refusal.Of<ItemTypeException>(ViewErrorCode.ValueType, () => complexes.Get<double>(0), "real part");
        Refusal.Of<ItemTypeException>(ViewErrorCode.ValueType, () => reals.Set(0, new Complex(1, 2)), "real part");
    }

    [Fact]
    public void A_struct_stands_for_a_record_of_the_same_layout_only()
    {
        MemoryView view = new Point[] { new(1, 2), new(3, 4) }.AsMemoryView();
        Assert.Equal("T{i:X:i:Y:}", view.Format.Text);
        Assert.Equal(new Point(3, 4), view.Get<Point>(1));
        view.Set(0, new Point(5, 6));
        Assert.Equal(new Point(5, 6), view.Get<Point>(0));
        Assert.Equal(new Point(5, 6), view.Cast("T{i:a:i:b:}").Get<Point>(0));
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => view.Get<long>(0), "T{i:X:i:Y:}", "Int64");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => view.Cast("T{f:a:f:b:}").Get<Point>(0), "Point");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => view.Cast("T{>i:a:>i:b:}").Set(0, new Point(0, 0)), "Point");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => new long[1].AsMemoryView().Get<Point>(0), "Point");
    }

    [Fact]
    public void The_number_of_indices_must_be_the_rank()
    {
        MemoryView grid = new int[2, 2].AsMemoryView();
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => grid.Get<int>(0), "rank 2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => grid.Set(0, 1), "rank 2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => grid.Get<int>(), "rank 2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => grid.Get<int>(0, 0, 0), "rank 2");
        Assert.Equal(7, new[] { 7 }.AsMemoryView().Reshape().Get<int>());
    }

    internal record struct Point(int X, int Y);
}
