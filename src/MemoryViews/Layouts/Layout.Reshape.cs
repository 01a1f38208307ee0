using System;

namespace MemoryViews;

public readonly partial struct Layout
{
    /// <summary>The same items, in C order, in another shape; false when that would take a copy.</summary>
    /// <param name="shape">The shape wanted; one length may be -1 and is filled in.</param>
    /// <param name="layout">The layout, or the default.</param>
    /// <exception cref="ViewArgumentException">The products of the shapes differ, or a length is no length.</exception>
    public bool TryReshape(ReadOnlySpan<nint> shape, out Layout layout)
    {
        Span<nint> wanted = stackalloc nint[MaxRank], strides = stackalloc nint[MaxRank];
        if (shape.Length > MaxRank)
        {
            throw Error.RankTooHigh(shape.Length, MaxRank);
        }

        wanted = wanted[..shape.Length];
        strides = strides[..shape.Length];
        FillIn(shape, wanted);
        layout = default;
        if (wanted.SequenceEqual(Shape))
        {
            layout = Derived;
            return true;
        }

        if (IsIndirect || !TryReshapeStrides(wanted, strides))
        {
            return false;
        }

        layout = Create(ItemSize, wanted, strides, default, _offset, Tag, InheritedFlags);
        return true;
    }

    /// <summary>As <see cref="TryReshape"/>, but refuses where that says false.</summary>
    /// <param name="shape">The shape wanted; one length may be -1 and is filled in.</param>
    /// <exception cref="ViewArgumentException">The products of the shapes differ, or a length is no length.</exception>
    /// <exception cref="ViewNotSupportedException">The layout would need a copy.</exception>
    public Layout Reshape(params ReadOnlySpan<nint> shape) => TryReshape(shape, out Layout layout) ? layout : throw Error.ReshapeNeedsCopy(Shape, shape);

    private void FillIn(ReadOnlySpan<nint> shape, Span<nint> wanted)
    {
        shape.CopyTo(wanted);
        int open = shape.IndexOf(-1);
        if (open >= 0)
        {
            wanted[open] = 1;
            nint rest = CheckShape(1, wanted);
            wanted[open] = rest > 0 ? ItemCount / rest : 0;
        }

        if (CheckShape(1, wanted) != ItemCount)
        {
            throw Error.ReshapeCount(Shape, shape, ItemCount);
        }
    }

    // Old and new axes are matched in groups of equal product; within a group the old axes must step as one run would.
    //
    //   old (2, 3 | 4)      a group's strides follow from its innermost old stride:
    //   new (6    | 2, 2)   stride of an axis = stride of the next inner one * its length
    private bool TryReshapeStrides(ReadOnlySpan<nint> wanted, Span<nint> strides)
    {
        if (ItemCount == 0)
        {
            FillContiguousStrides(ItemSize, wanted, strides, AxisOrder.C);
            return true;
        }

        Span<nint> shape = stackalloc nint[MaxRank], steps = stackalloc nint[MaxRank];
        int rank = DropOnes(shape, steps);
        int oldStart = 0, newStart = 0;
        while (oldStart < rank && newStart < wanted.Length)
        {
            int oldEnd = oldStart + 1, newEnd = newStart + 1;
            nint oldItems = shape[oldStart], newItems = wanted[newStart];
            while (oldItems != newItems)
            {
                _ = newItems < oldItems ? newItems *= wanted[newEnd++] : oldItems *= shape[oldEnd++];
            }

            if (!IsOneRun(shape[oldStart..oldEnd], steps[oldStart..oldEnd]))
            {
                return false;
            }

            FillGroup(wanted[newStart..newEnd], strides[newStart..newEnd], steps[oldEnd - 1]);
            (oldStart, newStart) = (oldEnd, newEnd);
        }

        // What is left of the new shape has length 1 everywhere: any stride will do, the item size reads best.
        strides[newStart..].Fill(ItemSize);
        return true;
    }

    private int DropOnes(Span<nint> shape, Span<nint> steps)
    {
        int rank = 0;
        for (int axis = 0; axis < Rank; axis++)
        {
            if (Shape[axis] != 1)
            {
                (shape[rank], steps[rank]) = (Shape[axis], Strides[axis]);
                rank++;
            }
        }

        return rank;
    }

    private static bool IsOneRun(ReadOnlySpan<nint> shape, ReadOnlySpan<nint> steps)
    {
        for (int i = 0; i + 1 < shape.Length; i++)
        {
            if (steps[i] != steps[i + 1] * shape[i + 1])
            {
                return false;
            }
        }

        return true;
    }

    private static void FillGroup(ReadOnlySpan<nint> wanted, Span<nint> strides, nint innermost)
    {
        for (int i = wanted.Length - 1; i >= 0; i--)
        {
            strides[i] = innermost;
            innermost *= wanted[i];
        }
    }
}
