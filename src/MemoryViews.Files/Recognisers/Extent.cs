using System;

namespace MemoryViews.Files;

/// <summary>The bytes [Low, High) that a layout from a header touches, for lengths and strides that nobody has checked.</summary>
internal readonly record struct Extent(Int128 Low, Int128 High)
{
    public static Extent Of(nint itemSize, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset)
    {
        // 64 axes of 2^126 each would pass 128 bits. A reach beyond 2^80 is cut there: it is outside of every file all the same.
        Int128 most = Int128.One << 80, low = offset, high = offset + (Int128)itemSize;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 0)
            {
                return new Extent(0, 0);
            }

            Int128 reach = Int128.Clamp(((Int128)shape[axis] - 1) * strides[axis], -most, most);
            low += Int128.Min(reach, 0);
            high += Int128.Max(reach, 0);
        }

        return new Extent(low, high);
    }

    /// <summary>The product, or the largest number in place of a larger one: no file holds so much.</summary>
    public static long Times(long a, long b) => long.CreateSaturating((Int128)a * b);

    /// <summary>The sum, in the same way.</summary>
    public static long Plus(long a, long b) => long.CreateSaturating((Int128)a + b);
}
