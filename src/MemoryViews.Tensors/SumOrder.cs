using System;

namespace MemoryViews.Tensors;

/// <summary>The same items in the order they lie in memory, in as few axes as that takes: a sum does not mind.</summary>
internal static class SumOrder
{
    /// <summary>Turns negative strides, sorts the axes by them, and joins axes that continue each other.</summary>
    /// <param name="layout">A layout of rank 1 or more with items, which follows no pointers.</param>
    public static Layout Of(Layout layout)
    {
        for (int axis = 0; axis < layout.Rank; axis++)
        {
            layout = layout.Strides[axis] < 0 ? layout.Flip(axis) : layout;
        }

        return Join(Sort(in layout));
    }

    private static Layout Sort(in Layout layout)
    {
        Span<int> axes = stackalloc int[layout.Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            int at = i;
            for (; at > 0 && IsOuter(in layout, i, axes[at - 1]); at--)
            {
                axes[at] = axes[at - 1];
            }

            axes[at] = i;
        }

        return layout.Permute(axes);
    }

    // Axes that repeat the same items are outermost, so that rows stay rows.
    private static bool IsOuter(in Layout layout, int axis, int other)
    {
        nint stride = layout.Strides[axis], others = layout.Strides[other];
        return others != 0 && (stride == 0 || stride > others);
    }

    private static Layout Join(in Layout layout)
    {
        Span<nint> shape = stackalloc nint[layout.Rank];
        int last = -1;
        nint stride = 0; // of the axis joined last
        for (int axis = 0; axis < layout.Rank; axis++)
        {
            nint length = layout.Shape[axis], step = layout.Strides[axis];
            if (length == 1)
            {
                continue;
            }

            if (last >= 0 && stride == step * length)
            {
                shape[last] *= length;
            }
            else
            {
                shape[++last] = length;
            }

            stride = step;
        }

        return last < 0 ? layout.Reshape(1) : layout.Reshape(shape[..(last + 1)]);
    }
}
