using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Tensors;

/// <summary>
/// Layouts as tensors have them: strides in items, 0 along axes of length 0 and 1, never negative, and each axis beyond the reach of those that step
/// less.
/// <code>
///   view    shape (1, 3, 4)   strides (96, 32, 4) bytes, item size 4
///   tensor  lengths 1, 3, 4   strides   0,  8, 1  items
/// </code>
/// </summary>
internal static class TensorStrides
{
    /// <summary>Refuses a layout that no tensor has, and says why.</summary>
    public static void Check(in Layout layout)
    {
        if (layout.Rank == 0)
        {
            throw Error.Scalar(in layout);
        }

        if (layout.IsIndirect)
        {
            throw Error.Indirect(in layout);
        }

        for (int axis = 0; axis < layout.Rank && layout.ItemCount > 0; axis++)
        {
            CheckAxis(in layout, axis);
        }
    }

    /// <summary>Fills in the strides of a checked layout.</summary>
    /// <returns>Items from the first to the last, both included: what a tensor over them spans.</returns>
    public static nint Fill(in Layout layout, Span<nint> strides)
    {
        // The last item lies inside the memory, so the sum does not overflow.
        nint reach = layout.ItemCount == 0 ? 0 : 1;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            nint length = layout.Shape[axis];
            strides[axis] = length <= 1 || layout.ItemCount == 0 ? 0 : layout.Strides[axis] / layout.ItemSize;
            reach += strides[axis] * (length - 1);
        }

        return layout.ItemCount == 0 ? 0 : reach;
    }

    /// <summary>The layout of a tensor's items, in bytes, from its first item on.</summary>
    public static Layout ToLayout(nint itemSize, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, bool isDense)
    {
        if (isDense || lengths.IsEmpty)
        {
            return Layout.Contiguous(itemSize, lengths.IsEmpty ? [0] : lengths);
        }

        Span<nint> bytes = stackalloc nint[strides.Length];
        for (int axis = 0; axis < bytes.Length; axis++)
        {
            bytes[axis] = strides[axis] * itemSize;
        }

        return Layout.Strided(itemSize, lengths, bytes);
    }

    /// <summary>Where a tensor without items is: tensors with a shape refuse null.</summary>
    public static ref T Nothing<T>() => ref MemoryMarshal.GetArrayDataReference(Array.Empty<T>());

    private static void CheckAxis(in Layout layout, int axis)
    {
        nint stride = layout.Strides[axis];
        if (layout.Shape[axis] == 1 || stride == 0)
        {
            return;
        }

        if (stride < 0)
        {
            throw Error.NegativeStride(axis, in layout);
        }

        if (stride % layout.ItemSize != 0)
        {
            throw Error.PartialStride(axis, in layout);
        }

        for (int other = 0; other < layout.Rank; other++)
        {
            if (Reaches(in layout, other, axis))
            {
                throw Error.Interleaved(axis, other, in layout);
            }
        }
    }

    // Of two axes that step alike, the later one is the inner one.
    private static bool Reaches(in Layout layout, int inner, int outer)
    {
        nint step = layout.Strides[inner], stride = layout.Strides[outer], length = layout.Shape[inner];
        bool isInner = inner != outer && length > 1 && step > 0 && (step < stride || (step == stride && inner > outer));
        return isInner && step * length > stride;
    }
}
