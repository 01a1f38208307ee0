using System;

namespace MemoryViews.Command;

/// <summary>A layout from <c>--shape</c> and <c>--strides</c>: NumPy's ndarray(shape, strides=…, offset=…), held to the window.</summary>
internal static class StridedLayout
{
    /// <param name="shape">Lengths; one may be -1 and becomes as many as fit.</param>
    /// <param name="strides">Bytes from one index to the next, one for each axis; item 0 lies at the window's start.</param>
    /// <param name="itemSize">Bytes of an item.</param>
    /// <param name="window">What the items may touch.</param>
    /// <param name="name">The file's name, for messages.</param>
    public static Layout Of(nint[] shape, nint[] strides, nint itemSize, Window window, string name)
    {
        if (strides.Length != shape.Length)
        {
            throw Error.StrideCount(strides.Length, shape.Length);
        }

        FillIn(shape, strides, itemSize, window);
        (Int128 low, Int128 high) = Reach(shape, strides, itemSize);
        return low >= 0 && high <= window.Length
            ? Layout.Strided(itemSize, shape, strides)
            : throw Error.StridesOutside(ViewBuilder.Text(shape), ViewBuilder.Text(strides), window.Low + low, window.Low + high, window, name);
    }

    /// <summary>The bytes touched, counted from item 0. A length and a stride are below 2^63 each and there are 64 axes at most, clamped on the way.</summary>
    private static (Int128 Low, Int128 High) Reach(nint[] shape, nint[] strides, nint itemSize)
    {
        if (Array.IndexOf(shape, 0) >= 0)
        {
            return (0, 0);
        }

        Int128 low = 0, high = itemSize, most = (Int128)1 << 120;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            Int128 span = Int128.Clamp((Int128)(shape[axis] - 1) * strides[axis], -(most >> 8), most >> 8);
            low += Int128.Min(span, 0);
            high += Int128.Max(span, 0);
        }

        return (low, high);
    }

    private static void FillIn(nint[] shape, nint[] strides, nint itemSize, Window window)
    {
        int open = Array.IndexOf(shape, -1);
        if (open < 0)
        {
            return;
        }

        if (strides[open] <= 0)
        {
            throw Error.OpenStride(ViewBuilder.Text(shape));
        }

        shape[open] = 1;
        Int128 free = window.Length - Reach(shape, strides, itemSize).High;
        shape[open] = free < 0 ? 0 : (nint)((free / strides[open]) + 1);
    }
}
