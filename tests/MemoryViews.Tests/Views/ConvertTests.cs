using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class ConvertTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Items_change_their_byte_order_and_width_by_value(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        int[] expected = Shapes.Items(shape);
        foreach (string format in new[] { ">i", "<i", "q", "d", ">d", "f", "Q", ">H", "Zd" })
        {
            MemoryView destination = new byte[expected.Length * ItemFormat.Parse(format).Size].AsMemoryView().Cast(format).Reshape(lent.View.Shape);
            lent.View.ConvertTo(destination);
            Assert.True(destination.ContentEquals(lent.View) || expected.Length == 0, format);
            if (format == ">i")
            {
                Assert.Equal([.. expected.SelectMany(i => BitConverter.GetBytes(i).Reverse())], destination.ToBytes());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void Every_kind_of_memory_is_a_destination(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 3, 4, new short[12]);
        double[] values = [.. Enumerable.Range(0, 12).Select(i => i - 6.0)];
        values.AsMemoryView().Reshape(3, 4).Flip().ConvertTo(lent.View.Flip());
        Assert.Equal([.. values.Select(v => (short)v)], lent.View.ToArray<short>());
    }

    [Fact]
    public void Floating_point_is_cut_towards_zero()
    {
        int[] ints = new int[4];
        new[] { 1.9, -1.9, 0.5, -0.5 }.AsMemoryView().ConvertTo(ints.AsMemoryView());
        Assert.Equal([1, -1, 0, 0], ints);
    }

    [Theory]
    [InlineData(1e10)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(2147483648.0)]
    [InlineData(-2147483649.0)]
    public void One_value_that_does_not_fit_leaves_everything_unwritten(double bad)
    {
        double[] values = [1, 2, 3, 4, bad];
        int[] ints = [9, 9, 9, 9, 9];
        ItemRangeException refusal = Assert.Throws<ItemRangeException>(() => values.AsMemoryView().ConvertTo(ints.AsMemoryView()));
        Assert.Equal(ViewErrorCode.ValueRange, refusal.Code);
        Assert.Equal([9, 9, 9, 9, 9], ints);
        using Lent pieces = Lent.Bytes(Backing.Pieces, new byte[20]);
        MemoryView destination = pieces.View.Cast("i");
        Assert.Throws<ItemRangeException>(() => values.AsMemoryView().ConvertTo(destination));
        Assert.Equal(new byte[20], pieces.Memory);
    }

    [Fact]
    public void A_view_is_converted_in_place_even_over_itself()
    {
        byte[] bytes = [0, 0, 0, 1, 0, 0, 0, 2];
        MemoryView view = bytes.AsMemoryView();
        view.Cast(">i").ConvertTo(view.Cast("<i"));
        Assert.Equal([1, 0, 0, 0, 2, 0, 0, 0], bytes);
        view.Cast("<i").ConvertTo(view.Cast("<i").Flip());
        Assert.Equal([2, 0, 0, 0, 1, 0, 0, 0], bytes);
        view.Cast("<i").ConvertTo(view.Cast("<h")[2..]);
        Assert.Equal([2, 0, 0, 0, 2, 0, 1, 0], bytes);
    }

    [Fact]
    public void Only_numbers_of_one_shape_convert()
    {
        MemoryView ints = new int[2].AsMemoryView();
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => ints.ConvertTo(new double[3].AsMemoryView()), "(2,)", "(3,)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.FormatMismatch, () => ints.ConvertTo(new TypedItemTests.Point[2].AsMemoryView()), "T{i:X:i:Y:}", "'i'");
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => ints.ConvertTo(new double[2].AsMemoryView().AsReadOnly()));
        Assert.Throws<ArgumentNullException>(() => ints.ConvertTo(null!));
        MemoryView folded = new double[2].AsMemoryView().WithLayout(ItemFormat.Of<double>(), Layout.Strided(8, [2], [0]));
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => ints.ConvertTo(folded), "top of each other");
    }
}
