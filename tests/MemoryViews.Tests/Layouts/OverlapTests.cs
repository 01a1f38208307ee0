using System;
using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layout.Overlap: whether two layouts over one memory have a byte in common, against sets of bytes.</summary>
public class OverlapTests
{
    [Fact]
    public void Runs_that_share_a_byte_overlap_and_neighbours_do_not()
    {
        Layout ints = Layout.Contiguous(4, [10]);

        Assert.True(Layout.Overlap(ints, Layout.Strided(4, [1], [4], 39)));
        Assert.False(Layout.Overlap(ints, Layout.Strided(4, [1], [4], 40)));
        Assert.False(Layout.Overlap(ints, Layout.Strided(4, [1], [4], -4)));
        Assert.True(Layout.Overlap(ints, Layout.Strided(4, [1], [4], -3)));
    }

    [Fact]
    public void Even_and_odd_items_lie_between_each_other_and_do_not_overlap()
    {
        Layout run = Layout.Contiguous(2, [1000]);

        Assert.False(Layout.Overlap(run.Slice(0, Slice.Of(0, null, 2)), run.Slice(0, Slice.Of(1, null, 2))));
        Assert.False(Layout.Overlap(run.Slice(0, Slice.Of(0, null, 2)), run.Slice(0, Slice.Of(null, null, -2))));
        Assert.True(Layout.Overlap(run.Slice(0, Slice.Of(0, null, 2)), run.Slice(0, Slice.Of(1, null, 3))));
    }

    [Fact]
    public void Channels_and_tiles_of_a_picture_do_not_overlap()
    {
        Layout picture = Layout.Contiguous(1, [1080, 1920, 3]);
        Layout red = picture.Index(2, 0), green = picture.Index(2, 1);
        Layout left = picture.Slice(1, Slice.Of(0, 960)), right = picture.Slice(1, Slice.Of(960, null));

        Assert.False(Layout.Overlap(red, green));
        Assert.False(Layout.Overlap(left, right));
        Assert.False(Layout.Overlap(left.Index(2, 1), right.Permute(2, 1, 0)));
        Assert.True(Layout.Overlap(left, picture.Slice(1, Slice.Of(959, null))));
        Assert.True(Layout.Overlap(red, picture.Permute()));
    }

    [Fact]
    public void Layouts_without_bytes_overlap_nothing()
    {
        Layout run = Layout.Contiguous(1, [10]);

        Assert.False(Layout.Overlap(run, run.Slice(0, Slice.Of(3, 3))));
        Assert.False(Layout.Overlap(Layout.Contiguous(0, [10]), run));
        Assert.False(Layout.Overlap(Layout.Contiguous(0, [10]), Layout.Contiguous(0, [10])));
    }

    [Fact]
    public void A_single_item_overlaps_itself()
    {
        Layout item = Layout.Contiguous(8, []);

        Assert.True(Layout.Overlap(item, item));
        Assert.True(Layout.Overlap(item, item.At(7)));
        Assert.False(Layout.Overlap(item, item.At(8)));
    }

    [Fact]
    public void An_indirect_layout_may_reach_any_byte_but_has_none_when_empty()
    {
        Layout rows = Layout.Indirect(1, [2, 3], [8, 1], [0, -1]);
        Layout far = Layout.Strided(1, [4], [1], 1000);

        Assert.True(Layout.Overlap(rows, far));
        Assert.True(Layout.Overlap(far, rows));
        Assert.False(Layout.Overlap(rows.Slice(1, Slice.Of(0, 0)), far));
    }

    [Fact]
    public void Origins_given_as_numbers_shift_the_layouts()
    {
        Layout run = Layout.Contiguous(1, [10]);

        Assert.True(Layout.Overlap(run, 100, run.At(100), 0));
        Assert.True(Layout.Overlap(run, 100, run, 109));
        Assert.False(Layout.Overlap(run, 100, run, 110));
        Assert.False(Layout.Overlap(run, nint.MinValue, run, nint.MaxValue));
        Assert.True(Layout.Overlap(run, nint.MinValue, Layout.Strided(1, [2], [nint.MinValue], 3), 6));
    }

    [Fact]
    public void Every_pair_of_small_rank_1_layouts_is_judged_as_by_the_sets_of_their_bytes()
    {
        List<Layout> all = SmallLayouts.OfRank1(4, 6, 3);
        foreach (Layout a in all)
        {
            UInt128 bytesOfA = SmallLayouts.Bytes(a);
            foreach (Layout b in all)
            {
                UInt128 bytesOfB = SmallLayouts.Bytes(b);
                for (int shift = -12; shift <= 12; shift++)
                {
                    UInt128 moved = shift < 0 ? bytesOfB >> -shift : bytesOfB << shift;
                    if (((bytesOfA & moved) != 0) != Layout.Overlap(a, b.At(shift)))
                    {
                        Assert.Fail($"{a} and {b.At(shift)}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    public void Samples_of_higher_ranks_are_judged_as_by_the_sets_of_their_bytes(int rankA, int rankB)
    {
        Random random = new(20_000 + 10 * rankA + rankB);
        for (int i = 0; i < 40_000; i++)
        {
            Layout a = SmallLayouts.Random(random, rankA), b = SmallLayouts.Random(random, rankB);
            int shift = random.Next(-40, 41);
            UInt128 moved = shift < 0 ? SmallLayouts.Bytes(b) >> -shift : SmallLayouts.Bytes(b) << shift;
            Assert.True(((SmallLayouts.Bytes(a) & moved) != 0) == Layout.Overlap(a, b.At(shift)), $"{a} and {b.At(shift)}");
        }
    }

    [Fact]
    public void Layouts_with_long_strides_are_judged_as_by_the_sets_of_their_bytes()
    {
        Random random = new(7);
        int overlapping = 0;
        for (int i = 0; i < 2_000; i++)
        {
            Layout a = SmallLayouts.RandomSparse(random), b = SmallLayouts.RandomSparse(random).At(random.Next(-2000, 2000));
            HashSet<nint> bytes = SmallLayouts.ByteSet(a);
            bool expected = bytes.Overlaps(SmallLayouts.ByteSet(b));
            overlapping += expected ? 1 : 0;
            Assert.True(expected == Layout.Overlap(a, b), $"{a} and {b}");
        }

        Assert.InRange(overlapping, 200, 1_800);
    }

    [Fact]
    public void Two_long_rank_1_layouts_are_judged_exactly_whatever_their_sizes()
    {
        // p*x = q*y + d with d made from x = 700,000,000 and y = 5: the next solution in x is q further, beyond both lengths.
        nint p = 1_000_000_007, q = 998_244_353, x = 700_000_000, y = 5;
        Layout a = Layout.Strided(1, [x + 1], [p]);
        Layout b = Layout.Strided(1, [1000], [q], p * x - q * y);

        Assert.True(Layout.Overlap(a, b));
        Assert.False(Layout.Overlap(a.Slice(0, Slice.Of(0, x)), b));
        Assert.False(Layout.Overlap(a, b.Slice(0, Slice.Of(6, null))));
        Assert.True(Layout.Overlap(a.Flip(0), b.Flip(0)));
    }

    [Fact]
    public void A_hard_question_ends_and_errs_on_the_safe_side()
    {
        // Forty strides of 50 bits without structure: hardly one of the 2^40 sums meets the byte, and nothing short of trying tells.
        nint[] shape = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
        Random random = new(3);
        Layout Hard() => Layout.Strided(1, shape, Array.ConvertAll(shape, _ => (nint)random.NextInt64(1L << 50, 1L << 51)));
        Layout a = Hard(), b = Hard();

        Assert.True(Layout.Overlap(a, b.At(a.Bounds.High / 3)));
    }

    [Fact]
    public void The_widest_layouts_do_not_overflow()
    {
        Layout a = Layout.Strided(1, [nint.MaxValue], [nint.MinValue], nint.MaxValue);
        Layout b = Layout.Strided(1, [nint.MaxValue], [nint.MaxValue], nint.MinValue);

        Assert.True(Layout.Overlap(a, a));
        Assert.True(Layout.Overlap(b, b));
        Assert.True(Layout.Overlap(b, Layout.Strided(1, [1], [1], -1)));
        Assert.False(Layout.Overlap(b, Layout.Strided(1, [1], [1], 1)));
    }
}
