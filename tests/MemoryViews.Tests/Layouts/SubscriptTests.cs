using System;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layout.Subscript: indices, ranges, the ellipsis and new axes in one.</summary>
public class SubscriptTests
{
    private static readonly Layout s_layout = Layout.Contiguous(1, [3, 4, 5]);

    [Fact]
    public void No_subscript_takes_everything()
    {
        Assert.Equal(s_layout, s_layout.Subscript());
        Assert.Equal(s_layout, s_layout.Subscript(Subscript.Ellipsis));
        Assert.Equal(Layout.Contiguous(4, []), Layout.Contiguous(4, []).Subscript(Subscript.Ellipsis));
    }

    [Fact]
    public void Indices_drop_axes_and_ranges_keep_them()
    {
        Assert.Equal(Layout.Strided(1, [2, 5], [5, 1], 25), s_layout.Subscript(1, 1..3));
        Assert.Equal(Layout.Strided(1, [3], [20], 7), s_layout.Subscript(.., 1, 2));
        Assert.Equal(Layout.Strided(1, [2, 2], [20, -2], 24), s_layout.Subscript(1.., 0, Slice.Of(null, 0, -2)));
    }

    [Fact]
    public void As_many_indices_as_axes_leave_one_item()
    {
        Layout item = s_layout.Subscript(2, ^1, -1);

        Assert.Equal((0, 59), (item.Rank, item.Offset));
    }

    [Fact]
    public void Axes_at_the_end_may_be_left_out() => Assert.Equal(s_layout.Subscript(1, .., ..), s_layout.Subscript(1));

    [Fact]
    public void The_ellipsis_stands_for_the_axes_not_named()
    {
        Assert.Equal(s_layout.Subscript(.., .., 2), s_layout.Subscript(Subscript.Ellipsis, 2));
        Assert.Equal(s_layout.Subscript(1, .., 2), s_layout.Subscript(1, Subscript.Ellipsis, 2));
        Assert.Equal(s_layout.Subscript(1, 0..2, 2), s_layout.Subscript(1, Subscript.Ellipsis, 0..2, 2));
    }

    [Fact]
    public void A_new_axis_has_length_1_and_names_no_axis()
    {
        Assert.Equal([1, 3, 4, 5], s_layout.Subscript(Subscript.NewAxis).Shape.ToArray());
        Assert.Equal([3, 1, 5], s_layout.Subscript(.., Subscript.NewAxis, 2).Shape.ToArray());
        Assert.Equal([3, 4, 5, 1], s_layout.Subscript(Subscript.Ellipsis, Subscript.NewAxis).Shape.ToArray());
        Assert.Equal([1, 1], Layout.Contiguous(1, []).Subscript(Subscript.NewAxis, Subscript.NewAxis).Shape.ToArray());
    }

    [Fact]
    public void Ranges_clamp_and_count_from_the_end_as_Python_slices_do()
    {
        Layout layout = Layout.Contiguous(1, [5]);

        Assert.Equal(Layout.Strided(1, [2], [1], 3), layout.Subscript(3..99));
        Assert.Equal(Layout.Strided(1, [2], [1], 2), layout.Subscript(^3..^1));
        Assert.Equal(Layout.Strided(1, [5], [1], 0), layout.Subscript(^99..^0));
        Assert.Equal(0, layout.Subscript(^0..).ItemCount);
        Assert.Equal(0, layout.Subscript(3..1).ItemCount);
    }

    [Fact]
    public void Ranges_mean_the_same_as_slices_for_every_bound()
    {
        for (int start = 0; start <= 14; start++)
        {
            for (int stop = 0; stop <= 14; stop++)
            {
                (Index from, nint? slicedFrom) = BoundOf(start);
                (Index to, nint? slicedTo) = BoundOf(stop);
                (nint, nint) expected = Part(Layout.Contiguous(1, [5]).Slice(0, Slice.Of(slicedFrom, slicedTo)));
                Assert.Equal(expected, Part(Layout.Contiguous(1, [5]).Subscript(from..to)));
            }
        }
    }

    [Fact]
    public void Two_ellipses_are_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidKey, () => s_layout.Subscript(Subscript.Ellipsis, Subscript.Ellipsis), "two ellipses", "one");

    [Fact]
    public void More_indices_and_ranges_than_axes_are_refused()
    {
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => s_layout.Subscript(0, .., 0, 0), "4", "rank 3");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.WrongIndexCount, () => Layout.Contiguous(1, []).Subscript(0), "1", "rank 0");
    }

    [Fact]
    public void The_index_refused_is_named_with_its_axis_of_the_original()
    {
        AxisIndexException refusal = Refusal.Of<AxisIndexException>(
            ViewErrorCode.IndexOutOfRange, () => s_layout.Subscript(Subscript.NewAxis, 0, Subscript.Ellipsis, 5), "Index 5", "axis 2", "length 5");

        Assert.Equal((2, (nint)5, (nint)5), (refusal.Axis, refusal.Index, refusal.Length));
    }

    [Fact]
    public void More_axes_than_64_are_refused()
    {
        Subscript[] added = new Subscript[62];
        Array.Fill(added, Subscript.NewAxis);

        Assert.Equal(64, s_layout.Subscript(added.AsSpan(0, 61)).Rank);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => s_layout.Subscript(added), "65", "64");
    }

    private static (Index Bound, nint? Sliced) BoundOf(int code) => code switch
    {
        < 7 => (code, code),
        7 => (^0, nint.MaxValue),
        _ => (^(code - 7), 7 - code),
    };

    // Where an empty range stands is of no meaning.
    private static (nint Start, nint Count) Part(Layout layout) => layout.ItemCount == 0 ? (0, 0) : (layout.Offset, layout.ItemCount);
}
