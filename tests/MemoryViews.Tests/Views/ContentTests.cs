using System;
using System.Collections.Generic;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class ContentTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Equal_items_are_equal_whatever_lies_under_them(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        int[] items = Shapes.Items(shape);
        MemoryView same = ((int[])items.Clone()).AsMemoryView().Reshape(lent.View.Shape);
        Assert.True(lent.View.ContentEquals(same));
        Assert.True(same.ContentEquals(lent.View));
        Assert.True(lent.View.ContentEquals(lent.View));
        Assert.Equal(-1, lent.View.FirstMismatch(same));
        for (int i = 0; i < items.Length; i++)
        {
            same.Reshape(-1)[i] = -1;
            Assert.Equal(i, lent.View.FirstMismatch(same));
            Assert.Equal(i, same.FirstMismatch(lent.View));
            Assert.False(lent.View.ContentEquals(same));
            same.Reshape(-1)[i] = items[i];
        }
    }

    [Theory]
    [InlineData("b", "d")]
    [InlineData("i", ">i")]
    [InlineData("h", "q")]
    [InlineData("B", "?")]
    [InlineData("e", "Zd")]
    [InlineData("N", "n")]
    public void Numbers_are_equal_by_value_across_formats(string left, string right)
    {
        MemoryView ones = new byte[] { 0, 1, 1 }.AsMemoryView(), a = Of(left), b = Of(right);
        ones.ConvertTo(a);
        ones.ConvertTo(b);
        Assert.True(a.ContentEquals(b) && b.ContentEquals(a));
        b[2] = false is var no && right == "?" ? no : 0;
        Assert.False(a.ContentEquals(b));
        Assert.Equal(2, a.FirstMismatch(b));

        static MemoryView Of(string format) => new byte[3 * ItemFormat.Parse(format).Size].AsMemoryView().Cast(format);
    }

    [Fact]
    public void Nan_equals_nothing_and_minus_zero_equals_zero()
    {
        MemoryView nan = new[] { double.NaN }.AsMemoryView();
        Assert.False(nan.ContentEquals(nan));
        Assert.Equal(0, nan.FirstMismatch(nan));
        Assert.True(new[] { 0.0 }.AsMemoryView().ContentEquals(new[] { -0.0 }.AsMemoryView()));
    }

    [Fact]
    public void Signed_and_unsigned_bytes_differ_by_value_and_bytes_are_no_numbers()
    {
        MemoryView bytes = new byte[] { 255, 1 }.AsMemoryView();
        Assert.False(bytes.ContentEquals(bytes.Cast("b")));
        Assert.True(bytes[1..].ContentEquals(bytes.Cast("b")[1..]));
        Assert.False(bytes.ContentEquals(bytes.Cast("c")));
        Assert.True(bytes[..0].ContentEquals(bytes.Cast("c")[..0]));
        Assert.False(new byte[4].AsMemoryView().Cast("4s").ContentEquals(new byte[5].AsMemoryView().Cast("5s")));
    }

    [Fact]
    public void Shapes_agree_up_to_the_first_length_of_zero()
    {
        MemoryView row = new int[6].AsMemoryView();
        Assert.False(row.ContentEquals(row.Reshape(2, 3)));
        Assert.False(row.Reshape(3, 2).ContentEquals(row.Reshape(2, 3)));
        Assert.True(row[..0].Reshape(1, 0, 5).ContentEquals(row[..0].Reshape(1, 0, 7)));
        Assert.False(row[..0].Reshape(1, 0, 5).ContentEquals(row[..0].Reshape(2, 0, 5)));
        Assert.True(row[..1].Reshape().ContentEquals(new[] { 0 }.AsMemoryView().Reshape()));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.StructureMismatch, () => row.FirstMismatch(row[1..]), "(5,)", "(6,)");
    }

    [Fact]
    public void Records_compare_field_by_field_and_padding_does_not_count()
    {
        MemoryView a = new byte[] { 1, 99, 2, 0 }.AsMemoryView().Cast("T{B:a:xH:b:}"), b = new byte[] { 1, 0, 2, 0 }.AsMemoryView().Cast("T{B:a:xH:b:}");
        Assert.True(a.ContentEquals(b));
        b.Cast("B")[2] = 3;
        Assert.False(a.ContentEquals(b));
    }

    [Fact]
    public void Items_that_cannot_be_read_are_equal_by_bytes_under_the_same_format()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        MemoryView a = bytes.AsMemoryView().Cast("O"), b = ((byte[])bytes.Clone()).AsMemoryView().Cast("O");
        Assert.True(a.ContentEquals(b));
        b.Cast("B")[7] = 0;
        Assert.False(a.ContentEquals(b));
        Assert.False(a.ContentEquals(bytes.AsMemoryView().Cast("Q")));
    }

    [Fact]
    public void Any_exporter_compares_and_one_that_refuses_is_not_equal()
    {
        MemoryView view = new byte[3].AsMemoryView();
        using NativeBuffer buffer = NativeBuffer.Allocate(3);
        Assert.True(view.ContentEquals(buffer));
        buffer.Close();
        Assert.False(view.ContentEquals(buffer));
        Assert.False(view.ContentEquals(null));
        Assert.False(view.ContentEquals(new Exporter(_ => throw new InvalidOperationException())));
    }

    [Fact]
    public void A_released_view_equals_itself_only()
    {
        MemoryView view = new byte[3].AsMemoryView(), other = new byte[3].AsMemoryView();
        view.Release();
        Assert.True(view.ContentEquals(view));
        Assert.False(view.ContentEquals(other));
        Assert.False(other.ContentEquals(view));
        using NativeBuffer buffer = NativeBuffer.Allocate(3);
        Assert.False(view.ContentEquals(buffer));
    }

    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void Equal_bytes_have_equal_hashes_whatever_their_strides(Backing backing)
    {
        byte[] bytes = Naive.Noise(100);
        using Lent lent = Lent.Bytes(backing, bytes);
        MemoryView view = lent.View.AsReadOnly();
        int expected = ((byte[])bytes.Clone()).AsMemoryView().AsReadOnly().ContentHashCode();
        Assert.Equal(expected, view.ContentHashCode());
        Assert.Equal(expected, view.Cast("b").ContentHashCode());
        Assert.Equal(expected, view.Cast("c", [4, 25]).ContentHashCode());
        byte[] back = [.. bytes];
        Array.Reverse(back);
        Assert.Equal(expected, back.AsMemoryView().AsReadOnly().Flip().ContentHashCode());
        Assert.NotEqual(expected, view.Flip().ContentHashCode());
        Assert.False(view.IsReleased);
    }

    [Fact]
    public void Different_bytes_have_different_hashes()
    {
        HashSet<int> hashes = [];
        for (int i = 0; i < 1000; i++)
        {
            hashes.Add(BitConverter.GetBytes(i).AsMemoryView().AsReadOnly().ContentHashCode());
        }

        Assert.True(hashes.Count > 990);
    }

    [Fact]
    public void Only_read_only_views_of_bytes_have_a_hash_and_keep_it_once_asked()
    {
        MemoryView view = new byte[4].AsMemoryView();
        Refusal.Of<ViewOperationException>(ViewErrorCode.NotHashable, () => view.ContentHashCode(), "AsReadOnly");
        Refusal.Of<ViewOperationException>(ViewErrorCode.NotHashable, () => view.AsReadOnly().Cast("i").ContentHashCode(), "'i'", "Cast");
        MemoryView asked = view.AsReadOnly(), unasked = view.AsReadOnly();
        int hash = asked.ContentHashCode();
        asked.Release();
        unasked.Release();
        Assert.Equal(hash, asked.ContentHashCode());
        Assert.Throws<ViewReleasedException>(() => unasked.ContentHashCode());
    }

    [Fact]
    public void Overlap_is_told_by_bytes_not_by_bounds()
    {
        byte[] bytes = new byte[12];
        MemoryView view = bytes.AsMemoryView();
        Assert.True(view.Overlaps(view));
        Assert.True(view[..5].Overlaps(view[4..]));
        Assert.False(view[..5].Overlaps(view[5..]));
        Assert.False(view[(..).By(2)].Overlaps(view[(1..).By(2)]));
        Assert.False(view[..0].Overlaps(view));
        Assert.True(bytes.AsMemoryView().Overlaps(new ArraySegment<byte>(bytes, 11, 1).AsMemoryView()));
        Assert.False(view.Overlaps(new byte[12].AsMemoryView()));
        Assert.Throws<ArgumentNullException>(() => view.Overlaps(null!));
        Assert.Throws<ArgumentNullException>(() => view.FirstMismatch(null!));
    }
}
