using System;
using System.Numerics;

namespace MemoryViews;

public sealed partial class PythonView
{
    /// <summary>
    /// Whether a view of this structure stays inside its memory, by the rule of CPython's own test exporter, which also wants lengths, offsets
    /// and strides to be multiples of the item size.
    /// </summary>
    /// <param name="memoryLength">Bytes of memory.</param>
    /// <param name="itemSize">Bytes of an item.</param>
    /// <param name="shape">Items along each axis.</param>
    /// <param name="strides">Bytes from an item to the next along each axis.</param>
    /// <param name="offset">Bytes from the start of the memory to item (0, ..., 0).</param>
    public static bool IsValidStructure(nint memoryLength, nint itemSize, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, nint offset)
    {
        // Differences of numbers that are not negative cannot overflow.
        if (itemSize < 1 || offset < 0 || memoryLength < itemSize || offset > memoryLength - itemSize || shape.Length != strides.Length)
        {
            return false;
        }

        if (offset % itemSize != 0 || memoryLength % itemSize != 0 || shape.ContainsAnyInRange(nint.MinValue, -1))
        {
            return false;
        }

        foreach (nint stride in strides)
        {
            if (stride % itemSize != 0)
            {
                return false;
            }
        }

        return shape.Contains(0) || StaysInside(memoryLength, itemSize, shape, strides, offset);
    }

    private static bool StaysInside(nint memoryLength, nint itemSize, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, nint offset)
    {
        BigInteger low = offset, high = (BigInteger)offset + itemSize;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            BigInteger reach = (BigInteger)strides[axis] * (shape[axis] - 1);
            low += strides[axis] <= 0 ? reach : 0;
            high += strides[axis] > 0 ? reach : 0;
        }

        return low >= 0 && high <= memoryLength;
    }
}
