using System;
using System.Runtime.InteropServices;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class FieldTests
{
    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void A_field_is_a_strided_view_into_the_same_memory(Backing backing)
    {
        using Lent lent = Lent.Items(backing, new Trade(1, 1.5), new Trade(2, 2.5), new Trade(3, 3.5));
        MemoryView prices = lent.View["Price"];
        Assert.Equal("d", prices.Format.Text);
        Assert.Equal([3], prices.Shape);
        Assert.Equal([16], prices.Strides);
        Assert.Equal(8, Lent.Distance(lent.View, prices));
        Assert.Equal([1.5, 2.5, 3.5], prices.ToArray<double>());
        prices[1] = 20.5;
        Assert.Equal(new Trade(2, 20.5), lent.View.Get<Trade>(1));
        Assert.Equal(20.5, BitConverter.ToDouble(lent.Memory, 24));
    }

    [Fact]
    public void Setting_a_field_copies_into_every_record()
    {
        Trade[] trades = [new(1, 1), new(2, 2)];
        MemoryView view = trades.AsMemoryView();
        view["Price"] = new[] { 7.0, 8.0 }.AsMemoryView();
        Assert.Equal([new Trade(1, 7), new Trade(2, 8)], trades);
        view["Price"] = new[] { 9.0 }.AsMemoryView();
        Assert.Equal([new Trade(1, 9), new Trade(2, 9)], trades);
    }

    [Fact]
    public void A_record_reads_by_name_and_position_and_is_written_from_a_list()
    {
        MemoryView view = new byte[24].AsMemoryView().Cast("T{<I:id:<d:price:}");
        view[1] = new object[] { 7, 2.5 };
        Record record = Assert.IsType<Record>(view[1]);
        Assert.Equal((7u, 2.5), (record["id"], record["price"]));
        Assert.Equal(7u, record[0]);
        Assert.Equal((0u, 0.0), (((Record)view[0]!)["id"], ((Record)view[0]!)[1]));
    }

    [Fact]
    public void A_value_refused_half_way_leaves_the_record_as_it_was()
    {
        byte[] bytes = [1, 2, 3, 4];
        MemoryView view = bytes.AsMemoryView().Cast("T{B:a:B:b:}");
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view[0] = new object[] { 9, 999 }, "999");
        Assert.Equal([1, 2, 3, 4], bytes);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => view[0] = new object[] { 9 }, "2 values", "1 came");
        Assert.Equal([1, 2, 3, 4], bytes);
    }

    [Fact]
    public void A_path_leads_through_nested_records()
    {
        byte[] bytes = new byte[16];
        MemoryView view = bytes.AsMemoryView().Cast("T{T{<H:len:<H:kind:}:header:<I:crc:}");
        MemoryView lengths = view["header.len"];
        lengths[1] = 0x1234;
        Assert.Equal(0x34, bytes[8]);
        Assert.Equal(2, Lent.Distance(view, view["header"]["kind"]));
        Assert.Equal(2, Lent.Distance(view, view["header.kind"]));
        Assert.Equal([8], lengths.Strides);
        Assert.Equal((ushort)0x1234, view["header.len"][..10][1]);
    }

    [Fact]
    public void A_field_that_is_a_sub_array_adds_its_axes_at_the_end()
    {
        MemoryView view = new byte[2 * 13].AsMemoryView().Cast("T{B:id:(2,3)<H:m:}").Reshape(2, 1);
        MemoryView matrix = view["m"];
        Assert.Equal([2, 1, 2, 3], matrix.Shape);
        Assert.Equal([13, 13, 6, 2], matrix.Strides);
        matrix[1, 0, 1, 2] = 5;
        Assert.Equal(5, view.Cast("B").Get<byte>(13 + 11));
    }

    [Fact]
    public void Fields_of_strided_and_permuted_views_keep_their_axes()
    {
        Trade[,] grid = new Trade[2, 3];
        grid[1, 2] = new(9, 9.5);
        MemoryView price = grid.AsMemoryView().Transpose()[(..).By(-1)]["Price"];
        Assert.Equal([3, 2], price.Shape);
        Assert.Equal(9.5, price[0, 1]);
    }

    [Fact]
    public void An_unknown_field_is_answered_with_the_fields_there_are()
    {
        MemoryView view = new Trade[1].AsMemoryView();
        Refusal.Of<ViewArgumentException>(ViewErrorCode.UnknownField, () => _ = view["prices"], "'prices'", "Id, Price");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.UnknownField, () => _ = new int[1].AsMemoryView()["x"], "'x'", "no record");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.UnknownField, () => _ = view["Price.x"], "Price.x");
        Assert.Throws<ArgumentNullException>(() => _ = view[(string)null!]);
    }

    [Fact]
    public void A_field_of_indirect_records_follows_the_pointers()
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 2, 2, new Trade(1, 1), new Trade(2, 2), new Trade(3, 3), new Trade(4, 4.5));
        MemoryView price = lent.View["Price"];
        Assert.Equal([1, 2, 3, 4.5], price.ToArray<double>());
        price[1, 0] = 30.0;
        Assert.Equal(30.0, BitConverter.ToDouble(lent.Memory, 40));
    }

    [StructLayout(LayoutKind.Sequential)]
    internal record struct Trade(int Id, double Price);
}
