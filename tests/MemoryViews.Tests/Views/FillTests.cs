using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class FillTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Every_item_and_nothing_else_is_written(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        lent.View.Fill(-7);
        Assert.All(lent.View.ToArray<int>(), item => Assert.Equal(-7, item));
        int written = lent.Memory.Chunk(4).Count(chunk => BitConverter.ToInt32(chunk) == -7);
        Assert.Equal(Shapes.Items(shape).Length, written);
        lent.View.Fill(3.0);
        Assert.All(lent.View.ToArray<int>(), item => Assert.Equal(3, item));
    }

    [Fact]
    public void A_value_is_converted_to_the_format_or_refused()
    {
        byte[] bytes = [1, 2, 3, 4];
        MemoryView view = bytes.AsMemoryView();
        view.Cast(">H").Fill(0x0102);
        Assert.Equal([1, 2, 1, 2], bytes);
        Refusal.Of<ItemRangeException>(ViewErrorCode.ValueRange, () => view.Fill(256), "256", "0 to 255");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => view.Fill(new TypedItemTests.Point(1, 2)), "Point", "'B'");
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view.AsReadOnly().Fill(0));
        Assert.Equal([1, 2, 1, 2], bytes);
    }

    [Fact]
    public void Structs_fill_records()
    {
        TypedItemTests.Point[] points = new TypedItemTests.Point[3];
        points.AsMemoryView()[1..].Fill(new TypedItemTests.Point(4, 5));
        Assert.Equal([default, new(4, 5), new(4, 5)], points);
    }

    [Fact]
    public void A_scalar_view_is_filled_as_one_item()
    {
        int[] items = [1];
        items.AsMemoryView().Reshape().Fill(2);
        Assert.Equal([2], items);
    }

    [Fact]
    public void Items_that_lie_on_top_of_each_other_are_refused_as_by_every_bulk_write()
    {
        byte[] bytes = new byte[8];
        MemoryView crossed = bytes.AsMemoryView().WithLayout(ItemFormat.Parse("<I"), Layout.Strided(4, [3], [2]));
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => crossed.Fill(0x01020304));
        Assert.Equal(new byte[8], bytes);
    }
}
