using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layout.TryReshape and Reshape: every shape that needs no copy is found, every other one refused.</summary>
public class ReshapeTests
{
    [Fact]
    public void A_run_takes_every_shape_of_as_many_items()
    {
        Layout run = Layout.Contiguous(4, [24]);

        Assert.Equal(Layout.Contiguous(4, [2, 3, 4]), run.Reshape(2, 3, 4));
        Assert.Equal(Layout.Contiguous(4, [4, 6]), run.Reshape(2, 3, 4).Reshape(4, 6));
        Assert.Equal(run, run.Reshape(2, 12).Reshape(24));
    }

    [Fact]
    public void One_length_of_minus_1_is_filled_in()
    {
        Layout run = Layout.Contiguous(1, [24]);

        Assert.Equal([4, 6], run.Reshape(4, -1).Shape.ToArray());
        Assert.Equal([24], run.Reshape(-1).Shape.ToArray());
        Assert.Equal([1], Layout.Contiguous(1, []).Reshape(-1).Shape.ToArray());
        Assert.Equal([0, 3], Layout.Contiguous(1, [0]).Reshape(-1, 3).Shape.ToArray());
    }

    [Fact]
    public void Strided_runs_split_and_whole_groups_join()
    {
        Layout odd = Layout.Contiguous(2, [24]).Slice(0, Slice.Of(null, null, -2));

        Assert.Equal(Layout.Strided(2, [3, 4], [-16, -4], 46), odd.Reshape(3, 4));
        Assert.Equal(odd, odd.Reshape(3, 4).Reshape(12));
        Assert.Equal(Layout.Strided(1, [2, 2, 6], [40, 20, 1]), Layout.Strided(1, [4, 2, 3], [20, 3, 1]).Reshape(2, 2, 6));
    }

    [Fact]
    public void Axes_with_a_gap_between_them_do_not_join()
    {
        Layout tile = Layout.Contiguous(1, [4, 10]).Slice(1, Slice.Of(0, 6));

        Assert.False(tile.TryReshape([24], out Layout none));
        Assert.Equal(default, none);
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotExpressible, () => tile.Reshape(24), "(4, 6)", "(24,)", "ToArray");
    }

    [Fact]
    public void The_same_shape_is_the_same_layout()
    {
        Layout layout = Layout.Strided(1, [1, 3], [77, 5], 9);

        Assert.Equal(layout, layout.Reshape(1, 3));
    }

    [Fact]
    public void An_empty_layout_takes_every_empty_shape()
    {
        Layout empty = Layout.Strided(1, [3, 0], [-5, 7], 9);

        Assert.Equal([0, 7, 2], empty.Reshape(0, 7, 2).Shape.ToArray());
        Assert.Equal([0], empty.Reshape(0).Shape.ToArray());
    }

    [Fact]
    public void Another_number_of_items_is_refused()
    {
        Layout run = Layout.Contiguous(4, [24]);

        ViewArgumentException refusal = Refusal.Of<ViewArgumentException>(
            ViewErrorCode.ShapeMismatch, () => run.Reshape(5, 5), "(24,)", "24 items", "(5, 5)", "-1");
        Assert.Equal([5, 5], refusal.Shape);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => run.Reshape(5, -1), "(5, -1)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => run.Reshape(0, -1), "(0, -1)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => run.Reshape(), "()");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => run.TryReshape([23], out _), "(23,)");
    }

    [Fact]
    public void Lengths_that_are_none_are_refused()
    {
        Layout run = Layout.Contiguous(4, [24]);

        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => run.Reshape(-1, -1), "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => run.Reshape(-2, -12), "-2");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => run.Reshape(new nint[65]), "65", "64");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => run.Reshape(nint.MaxValue, nint.MaxValue), $"{nint.MaxValue}");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => run.Reshape(nint.MaxValue, nint.MaxValue, -1), $"{nint.MaxValue}");
    }

    [Fact]
    public void Exactly_the_shapes_that_strides_can_express_are_found()
    {
        Random random = new(17);
        int found = 0, refused = 0;
        for (int i = 0; i < 3_000; i++)
        {
            Layout layout = RandomLayout(random);
            List<nint> offsets = SmallLayouts.ItemOffsets(layout);
            foreach (nint[] shape in ShapesOf((int)layout.ItemCount, 4))
            {
                bool expected = IsExpressible(offsets, shape);
                Assert.True(expected == layout.TryReshape(shape, out Layout reshaped), $"{layout} to ({string.Join(", ", shape)})");
                if (expected)
                {
                    Assert.Equal(shape, reshaped.Shape.ToArray());
                    Assert.Equal(offsets, SmallLayouts.ItemOffsets(reshaped));
                }

                (found, refused) = expected ? (found + 1, refused) : (found, refused + 1);
            }
        }

        Assert.True(found > 5_000 && refused > 5_000, $"{found} found, {refused} refused");
    }

    // The only strides that could do are the distances to the neighbours of item (0, ..., 0); they do when every item is where they say.
    private static bool IsExpressible(List<nint> offsets, nint[] shape)
    {
        nint[] strides = new nint[shape.Length];
        int next = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = shape[axis] > 1 ? offsets[next] - offsets[0] : 0;
            next *= (int)shape[axis];
        }

        return SmallLayouts.ItemOffsets(Layout.Strided(1, shape, strides, offsets[0])).SequenceEqual(offsets);
    }

    // Mostly layouts that could be cut from a run: with wholly random strides next to nothing could be joined.
    private static Layout RandomLayout(Random random)
    {
        Layout layout = Layout.Contiguous(2, [random.Next(1, 5), random.Next(1, 5), random.Next(1, 5)]);
        for (int axis = 0; axis < 3; axis++)
        {
            layout = random.Next(6) switch
            {
                0 => layout.Flip(axis),
                1 => layout.Slice(axis, Slice.Of(null, null, 2)),
                2 => layout.Slice(axis, Slice.Of(layout.Shape[axis] / 2, null)),
                3 => layout.Permute(axis, (axis + 1) % 3, (axis + 2) % 3),
                4 when layout.Shape[axis] == 1 => layout.BroadcastTo(axis == 0 ? [3, layout.Shape[1], layout.Shape[2]] : layout.Shape),
                _ => layout,
            };
        }

        return layout;
    }

    private static List<nint[]> ShapesOf(int count, int maxRank)
    {
        List<nint[]> shapes = [];
        if (count == 1)
        {
            shapes.Add([]);
        }

        for (int length = 1; length <= count && maxRank > 0; length++)
        {
            if (count % length == 0)
            {
                shapes.AddRange(ShapesOf(count / length, maxRank - 1).ConvertAll(rest => (nint[])[length, .. rest]));
            }
        }

        return shapes;
    }
}
