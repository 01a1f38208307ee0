using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class SearchTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Every_item_is_found_where_it_lies_in_c_order(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        int[] items = Shapes.Items(shape);
        for (int i = 0; i < items.Length; i++)
        {
            Assert.Equal(i, lent.View.IndexOf(items[i]));
            Assert.Equal(i, lent.View.IndexOf((double)items[i], i));
            Assert.Equal(-1, lent.View.IndexOf(items[i], i + 1));
            Assert.Equal(1, lent.View.Count((long)items[i]));
        }

        Assert.Equal(-1, lent.View.IndexOf(-1));
        Assert.Equal(0, lent.View.Count(-1));
        lent.View.Fill(5);
        Assert.Equal(items.Length, lent.View.Count(5));
        Assert.Equal(items.Length == 0 ? -1 : 0, lent.View.IndexOf(5));
        Assert.Equal(items.Length < 4 ? -1 : 3, lent.View.IndexOf(5, Math.Min(3, items.Length)));
    }

    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void Patterns_are_found_in_the_bytes_as_they_come_out(Backing backing)
    {
        byte[] bytes = [.. Enumerable.Range(0, 200).Select(i => (byte)(i * 37 % 11))];
        using Lent lent = Lent.Bytes(backing, bytes);
        foreach (MemoryView view in new[] { lent.View, lent.View.Flip(), lent.View[(..).By(3)], lent.View.Cast("h"), lent.View[5..150] })
        {
            byte[] content = view.ToBytes();
            for (int length = 0; length <= 9; length++)
            {
                for (int at = 0; at + length <= content.Length; at += 13)
                {
                    byte[] pattern = content[at..(at + length)];
                    for (int start = 0; start <= content.Length; start += 50)
                    {
                        int expected = content.AsSpan(start).IndexOf(pattern);
                        Assert.Equal(expected < 0 ? -1 : start + expected, view.IndexOf(pattern, start));
                    }
                }
            }

            Assert.Equal(-1, view.IndexOf([200, 201]));
            Assert.Equal(-1, view.IndexOf(new byte[content.Length + 1]));
        }
    }

    [Fact]
    public void Patterns_are_found_across_the_ends_of_pieces()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(200_000);
        using MemoryView view = buffer.AsMemoryView();
        buffer.MostAtOnce = 24;
        foreach (int at in new[] { 0, 65_530, 65_535, 65_536, 131_069, 199_992 })
        {
            view[at..(at + 8)].CopyFrom<byte>([1, 2, 3, 4, 5, 6, 7, 8]);
            Assert.Equal(at, view.IndexOf([1, 2, 3, 4, 5, 6, 7, 8]));
            Assert.Equal(-1, view.IndexOf([1, 2, 3, 4, 5, 6, 7, 8], at + 1));
            view[at..(at + 8)].Fill((byte)0);
        }
    }

    [Fact]
    public void Values_are_compared_as_values()
    {
        MemoryView doubles = new[] { double.NaN, -0.0, 1.0, 16777217.0 }.AsMemoryView();
        Assert.Equal(1, doubles.IndexOf(0));
        Assert.Equal(-1, doubles.IndexOf(double.NaN));
        Assert.Equal(2, doubles.IndexOf(1));
        Assert.Equal(3, doubles.IndexOf(16777217));
        Assert.Equal(-1, doubles.IndexOf(16777216f));
        MemoryView floats = new[] { 16777216f }.AsMemoryView();
        Assert.Equal(-1, floats.IndexOf(16777217));
        Assert.Equal(0, floats.Count(16777217.0));
        MemoryView bytes = new byte[] { 1, 255 }.AsMemoryView();
        Assert.Equal(-1, bytes.IndexOf(256 + 1));
        Assert.Equal(-1, bytes.IndexOf(-1));
        Assert.Equal(-1, bytes.IndexOf(1.5));
        Assert.Equal(1, bytes.IndexOf(255.0));
        Assert.Equal(1, bytes.Cast(">H").IndexOf(0x01FF) + 1);
        Assert.Equal(1, bytes.Cast("?").IndexOf(true, 1));
    }

    [Fact]
    public void Structs_are_searched_by_their_bytes_and_text_by_characters()
    {
        MemoryView points = new TypedItemTests.Point[] { new(1, 2), new(3, 4), new(3, 4) }.AsMemoryView();
        Assert.Equal(1, points.IndexOf(new TypedItemTests.Point(3, 4)));
        Assert.Equal(2, points.Count(new TypedItemTests.Point(3, 4)));
        Assert.Equal(2, "memory".AsMemoryView().IndexOf('m', 1));
        Assert.Equal(2, "memory".AsMemoryView().Count('m'));
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => points.IndexOf(3), "T{i:X:i:Y:}");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => new byte[200].AsMemoryView().Cast("100s").Count(3), "'100s'", "100 bytes");
        Refusal.Of<ItemTypeException>(ViewErrorCode.FormatMismatch, () => new int[1].AsMemoryView().Count(new TypedItemTests.Point(3, 4)), "Point");
    }

    [Fact]
    public void A_start_outside_the_view_is_refused()
    {
        MemoryView view = new int[3].AsMemoryView();
        Assert.Equal(-1, view.IndexOf(0, 3));
        Assert.Equal(12, view.IndexOf([], 12));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidArgument, () => view.IndexOf(0, 4), "4", "3");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidArgument, () => view.IndexOf(0, -1), "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidArgument, () => view.IndexOf([1], 13), "13", "12");
        Refusal.Of<ViewOperationException>(ViewErrorCode.WrongIndexCount, () => view.Reshape(3, 1).IndexOf([1]), "rank 2");
    }
}
