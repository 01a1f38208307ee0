using System.Collections.Generic;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Slice.Resolve and Layout.Slice against Python's rules.</summary>
public class SliceTests
{
    private static readonly nint?[] s_extremes =
        [null, 0, 1, 3, 4, 5, -1, -4, -5, -6, nint.MaxValue, nint.MaxValue - 1, nint.MinValue, nint.MinValue + 1];

    [Fact]
    public void Every_small_slice_takes_what_Python_takes()
    {
        for (int length = 0; length <= 5; length++)
        {
            Layout layout = Layout.Strided(1, [length], [3], 100);
            foreach (Slice slice in EverySlice(length))
            {
                List<nint> expected = PythonSlice.Taken(slice.Start, slice.Stop, slice.Step, length).ConvertAll(i => 100 + 3 * i);
                Layout taken = layout.Slice(0, slice);
                Assert.True(expected.Count == taken.ItemCount, $"[{slice}] of {length}");
                Assert.Equal(expected, SmallLayouts.ItemOffsets(taken));
            }
        }
    }

    [Fact]
    public void Bounds_and_steps_at_the_ends_of_the_integers_clamp_as_in_Python()
    {
        foreach (nint? start in s_extremes)
        {
            foreach (nint? stop in s_extremes)
            {
                foreach (nint? step in s_extremes)
                {
                    if (step != 0)
                    {
                        CompareResolve(new Slice(start, stop, step), 4);
                        CompareResolve(new Slice(start, stop, step), nint.MaxValue);
                    }
                }
            }
        }
    }

    [Fact]
    public void The_offset_moves_to_the_clamped_start_even_when_nothing_is_taken()
    {
        Layout layout = Layout.Contiguous(4, [5]);

        Assert.Equal(Layout.Strided(4, [0], [4], 12), layout.Slice(0, Slice.Of(3, 1)));
        Assert.Equal(Layout.Strided(4, [0], [4], 20), layout.Slice(0, Slice.Of(9, null)));
        Assert.Equal(Layout.Strided(4, [0], [8], 0), layout.Slice(0, Slice.Of(0, 0, 2)));
    }

    [Fact]
    public void Slices_of_slices_compose()
    {
        Layout layout = Layout.Contiguous(2, [20]).Slice(0, Slice.Of(2, 18, 3)).Slice(0, Slice.Of(null, null, -2));

        Assert.Equal(Layout.Strided(2, [3], [-12], 34), layout);
    }

    [Fact]
    public void Any_axis_can_be_sliced_and_the_others_stay()
    {
        Layout layout = Layout.Contiguous(1, [3, 4, 5]);

        Assert.Equal(Layout.Strided(1, [3, 2, 5], [20, -10, 1], 15), layout.Slice(1, Slice.Of(null, null, -2)));
        Assert.Equal(Layout.Strided(1, [3, 4, 2], [20, 5, 1], 3), layout.Slice(-1, Slice.Of(3, 9)));
    }

    [Fact]
    public void Slicing_leaves_the_original_as_it_was()
    {
        Layout layout = Layout.Contiguous(1, [3, 4]);
        layout.Slice(1, Slice.Of(1, 2));

        Assert.Equal(Layout.Contiguous(1, [3, 4]), layout);
    }

    [Fact]
    public void A_step_beyond_every_axis_takes_one_item()
    {
        Layout taken = Layout.Contiguous(4, [5]).Slice(0, Slice.Of(1, null, nint.MaxValue));

        Assert.Equal((1, 4, true), (taken.ItemCount, taken.OffsetOf(0), taken.IsContiguous));
    }

    [Fact]
    public void A_step_of_0_is_refused()
    {
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ZeroStep, () => Layout.Contiguous(1, [3]).Slice(0, Slice.Of(null, null, 0)), "0", "1", "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ZeroStep, () => Slice.Of(1, 2, 0).Resolve(5));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(-3, 2)]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 0)]
    public void An_axis_the_layout_does_not_have_is_refused(int axis, int rank)
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidAxis, () => Layout.Contiguous(1, new nint[rank]).Slice(axis, Slice.All), $"Axis {axis}", $"{rank}");

    private static IEnumerable<Slice> EverySlice(int length)
    {
        for (int start = -length - 3; start <= length + 2; start++)
        {
            for (int stop = -length - 3; stop <= length + 2; stop++)
            {
                for (int step = -4; step <= 4; step++)
                {
                    if (step != 0)
                    {
                        // The lowest number of each range stands for "not given".
                        yield return new Slice(
                            start == -length - 3 ? null : start, stop == -length - 3 ? null : stop, step == -4 ? null : step);
                    }
                }
            }
        }
    }

    private static void CompareResolve(Slice slice, nint length)
    {
        (BigInteger start, BigInteger stop, BigInteger step) = PythonSlice.Indices(slice.Start, slice.Stop, slice.Step, length);
        BigInteger distance = step > 0 ? stop - start : start - stop, size = BigInteger.Abs(step);
        BigInteger count = distance > 0 ? (distance + size - 1) / size : 0;
        (nint Start, nint Step, nint Count) resolved = slice.Resolve(length);

        // The most negative step has no negation: one more reaches as far, as CPython has it.
        BigInteger nearest = BigInteger.Max(step, -nint.MaxValue);
        Assert.True((start, nearest, count) == (resolved.Start, resolved.Step, resolved.Count), $"[{slice}] of {length}: {resolved}");
    }
}
