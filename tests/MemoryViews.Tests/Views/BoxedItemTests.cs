using System;
using System.Numerics;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class BoxedItemTests
{
    public static TheoryData<string, object> Values => new()
    {
        { "b", (sbyte)-5 }, { "B", (byte)250 }, { "h", (short)-300 }, { "H", (ushort)60000 }, { "i", -70000 }, { "I", 4000000000u },
        { "q", -5000000000L }, { "Q", ulong.MaxValue }, { "e", (Half)1.5f }, { "f", 2.25f }, { "d", -0.125 }, { "?", true },
        { ">i", 0x01020304 }, { "<i", 0x01020304 }, { ">d", 3.5 }, { "Zd", new Complex(1, -2) }, { "u", 'x' },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void An_item_reads_back_as_it_was_written_in_every_format(string format, object value)
    {
        MemoryView view = new byte[3 * ItemFormat.Parse(format).Size].AsMemoryView().Cast(format);
        view[1] = value;
        Assert.Equal(value, view[1]);
        Assert.Equal(value, view[^2]);
        Assert.Equal(value, view[-2]);
        Assert.NotEqual(value, view[0]);
        Assert.NotEqual(value, view[2]);
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void Items_of_a_grid_are_found_from_both_ends(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 2, 3, 1, 2, 3, 4, 5, 6);
        MemoryView view = lent.View;
        Assert.Equal(6, view[1, 2]);
        Assert.Equal(6, view[-1, -1]);
        Assert.Equal(6, view[^1, ^1]);
        Assert.Equal(4, view[(nint)1, ^3]);
        view[^2, 1] = 20;
        Assert.Equal(20, BitConverter.ToInt32(lent.Memory, 4));
        Assert.Equal([20], view[0, 1..2].ToArray<int>());
    }

    [Fact]
    public void A_scalar_view_has_one_item_and_no_index()
    {
        MemoryView scalar = new[] { 41 }.AsMemoryView().Reshape();
        Assert.Equal(41, scalar[[]]);
        scalar[[]] = 42;
        Assert.Equal(42, scalar[[]]);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => _ = scalar[0], "1", "rank 0");
    }

    [Fact]
    public void Four_axes_take_four_indices()
    {
        MemoryView view = new byte[16].AsMemoryView().Reshape(2, 2, 2, 2);
        view[1, 0, 1, 0] = 9;
        Assert.Equal((byte)9, view[1, 0, 1, 0]);
        Assert.Equal((byte)9, view.Reshape(16)[10]);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => _ = view[1, 0, 1], "4", "3");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => _ = view[1, 0, 1, 0, 0], "5", "4");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-4)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_index_outside_the_axis_is_refused_with_axis_index_and_length(int index)
    {
        MemoryView view = new int[3].AsMemoryView();
        AxisIndexException refusal = Assert.Throws<AxisIndexException>(() => _ = view[index]);
        Assert.Equal((0, index, 3), (refusal.Axis, refusal.Index, refusal.Length));
        refusal = Assert.Throws<AxisIndexException>(() => view[index] = 1);
        Assert.Equal((0, index, 3), (refusal.Axis, refusal.Index, refusal.Length));
    }

    [Fact]
    public void The_second_axis_is_named_when_its_index_is_wrong()
    {
        MemoryView view = new int[3, 4].AsMemoryView();
        AxisIndexException refusal = Assert.Throws<AxisIndexException>(() => _ = view[2, 4]);
        Assert.Equal((1, 4, 4), (refusal.Axis, refusal.Index, refusal.Length));
        Assert.Throws<AxisIndexException>(() => _ = view[nint.MaxValue, 0]);
        Assert.Throws<AxisIndexException>(() => _ = view[nint.MinValue, 0]);
    }

    [Fact]
    public void Any_number_that_fits_is_taken_and_others_change_nothing()
    {
        byte[] bytes = [1, 2, 3];
        MemoryView view = bytes.AsMemoryView();
        view[0] = 200L;
        view[1] = new BigInteger(201);
        view[2] = (sbyte)7;
        Assert.Equal([200, 201, 7], bytes);
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view[0] = 256, "256", "0 to 255");
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view[0] = -1, "-1");
        Refusal.Of<ItemTypeException>(ViewErrorCode.ValueType, () => view[0] = 1.5, "1.5");
        Refusal.Of<ItemTypeException>(ViewErrorCode.ValueType, () => view[0] = "1");
        Refusal.Of<ItemTypeException>(ViewErrorCode.ValueType, () => view[0] = null);
        Assert.Equal([200, 201, 7], bytes);
    }

    [Fact]
    public void A_single_beyond_its_range_becomes_infinite_and_a_half_is_refused()
    {
        MemoryView single = new float[1].AsMemoryView(), half = new Half[1].AsMemoryView();
        single[0] = 1e39;
        Assert.Equal(float.PositiveInfinity, single[0]);
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => half[0] = 65520.0, "65520");
        half[0] = 65519.0;
        Assert.Equal((Half)65504f, half[0]);
    }

    [Fact]
    public void Any_byte_but_zero_reads_as_true()
    {
        byte[] bytes = [0, 1, 2, 255];
        MemoryView view = bytes.AsMemoryView().Cast("?");
        Assert.Equal([false, true, true, true], [view[0], view[1], view[2], view[3]]);
        view[3] = true;
        Assert.Equal(1, bytes[3]);
    }

    [Fact]
    public void Bytes_of_format_c_are_arrays_of_one_byte()
    {
        MemoryView view = new byte[] { 65, 66 }.AsMemoryView().Cast("c");
        Assert.Equal(new byte[] { 65 }, view[0]);
        view[0] = new byte[] { 90 };
        Assert.Equal(new byte[] { 90 }, view[0]);
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view[0] = new byte[] { 1, 2 }, "2 bytes");
        Refusal.Of<ItemTypeException>(ViewErrorCode.ValueType, () => view[0] = 90);
    }

    [Fact]
    public void A_read_only_view_gives_items_and_takes_none()
    {
        MemoryView view = new[] { 1, 2 }.AsMemoryView().AsReadOnly();
        Assert.Equal(2, view[1]);
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view[1] = 3);
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view.Set(1, 3));
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => "ab".AsMemoryView()[0] = 'x');
        Assert.Equal(2, view[1]);
    }

    [Fact]
    public void Items_at_any_address_are_read_whatever_their_alignment()
    {
        byte[] bytes = new byte[16];
        MemoryView view = bytes.AsMemoryView()[3..11].Cast("q");
        view[0] = 0x0102030405060708;
        Assert.Equal(0x0102030405060708, view.Get<long>(0));
        Assert.Equal(8, bytes[3]);
        Assert.Equal(1, bytes[10]);
        Assert.Equal(0, bytes[2] + bytes[11]);
    }

    [Fact]
    public void A_format_of_another_size_than_the_items_cannot_be_read()
    {
        BufferExport export = new(null, MemoryBlock.OfArray(new byte[8]), Layout.Contiguous(4, [2]), ItemFormat.UInt8, isReadOnly: false);
        MemoryView view = new Exporter(_ => export).AsMemoryView();
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => _ = view[0], "'B'", "4");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => view[0] = 1, "'B'", "4");
        Assert.Equal(8, view.ToBytes().Length);
    }
}
