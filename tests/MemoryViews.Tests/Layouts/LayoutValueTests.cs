using System.Runtime.CompilerServices;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>The layout as a value: its size, equality, hash and text.</summary>
public class LayoutValueTests
{
    [Fact]
    public void A_layout_takes_40_bytes() => Assert.Equal(40, Unsafe.SizeOf<Layout>());

    [Fact]
    public void Equal_parts_make_equal_layouts_with_equal_hashes()
    {
        Layout a = Layout.Strided(4, [2, 3], [12, 4], 8), b = Layout.Contiguous(4, [2, 3]).At(8);

        Assert.True(a == b);
        Assert.False(a != b);
        Assert.True(a.Equals((object)b));
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Fact]
    public void A_layout_made_by_operations_equals_the_same_layout_made_at_once()
    {
        Layout made = Layout.Contiguous(2, [4, 6]).Index(0, 1).Slice(0, Slice.Of(1, null, 2));

        Assert.Equal(Layout.Strided(2, [3], [4], 14), made);
        Assert.Equal(Layout.Strided(2, [3], [4], 14).GetHashCode(), made.GetHashCode());
    }

    [Fact]
    public void Each_part_makes_a_difference()
    {
        Layout layout = Layout.Strided(4, [2, 3], [12, 4], 8);

        Assert.NotEqual(layout, Layout.Strided(3, [2, 3], [12, 4], 8));
        Assert.NotEqual(layout, Layout.Strided(4, [2, 4], [12, 4], 8));
        Assert.NotEqual(layout, Layout.Strided(4, [2, 3], [12, 8], 8));
        Assert.NotEqual(layout, Layout.Strided(4, [2, 3], [12, 4], 9));
        Assert.NotEqual(layout, Layout.Indirect(4, [2, 3], [12, 4], [0, -1], 8));
        Assert.False(layout.Equals("(2, 3)"));
    }

    [Fact]
    public void Layouts_of_different_rank_differ_though_they_hold_the_same_items()
    {
        Assert.NotEqual(Layout.Contiguous(4, []), Layout.Contiguous(4, [1]));
        Assert.NotEqual(Layout.Contiguous(4, [6]), Layout.Contiguous(4, [2, 3]));
    }

    [Fact]
    public void Suboffsets_make_a_difference()
    {
        Layout first = Layout.Indirect(1, [2, 3], [8, 1], [0, -1]), second = Layout.Indirect(1, [2, 3], [8, 1], [4, -1]);

        Assert.NotEqual(first, second);
        Assert.Equal(first, Layout.Indirect(1, [2, 3], [8, 1], [0, -1]));
    }

    [Fact]
    public void A_holders_tag_and_flags_are_no_part_of_the_value()
    {
        Layout plain = Layout.Contiguous(4, [5]), held = plain.WithHolder(7, 9);

        Assert.Equal(plain, held);
        Assert.Equal(plain.GetHashCode(), held.GetHashCode());
        Assert.Equal((7, 9, 1), (held.Tag, held.Flags, held.Rank));
    }

    [Fact]
    public void Every_operation_hands_tag_and_flags_on()
    {
        Layout held = Layout.Contiguous(4, [2, 3]).WithHolder(7, 9);
        Layout[] made =
        [
            held.Slice(0, Slice.All), held.Index(0, 1), held.Index(0, 1).Index(0, 1), held.Permute(), held.Flip(1), held.InsertAxis(0),
            held.BroadcastTo(5, 2, 3), held.Windows(1, 2), held.Reshape(6), held.Subscript(Subscript.Ellipsis), held.At(4),
        ];

        Assert.All(made, layout => Assert.Equal((7, 9), (layout.Tag, layout.Flags)));
    }

    [Fact]
    public void The_text_names_shape_strides_offset_and_item_size()
    {
        Assert.Equal("(3, 4) strides (16, 4) offset 0 of 4 bytes", Layout.Contiguous(4, [3, 4]).ToString());
        Assert.Equal("(5,) strides (-1,) offset 4 of 1 byte", Layout.Strided(1, [5], [-1], 4).ToString());
        Assert.Equal("() strides () offset 0 of 8 bytes", Layout.Contiguous(8, []).ToString());
        Assert.Equal("(2, 3) strides (8, 1) suboffsets (0, -1) offset 16 of 1 byte", Layout.Indirect(1, [2, 3], [8, 1], [0, -1], 16).ToString());
    }

    [Fact]
    public void The_text_of_a_high_rank_is_cut()
    {
        nint[] shape = new nint[40];

        Assert.Contains("0, ...)", Layout.Contiguous(1, shape).ToString(), System.StringComparison.Ordinal);
    }
}
