using System;
using System.Globalization;

namespace MemoryViews;

// What a layout from outside must pass, once: everything derived from it stays sound by construction.
public readonly partial struct Layout
{
    /// <summary>The bytes touched, [Low, High), relative to the start of the memory; both are the offset when there is no item.
    /// For an indirect layout: the bytes touched before the first pointer is followed. A layout that no memory can hold may reach beyond
    /// <see cref="nint"/>: its bounds are then the nearest numbers there are.</summary>
    public (nint Low, nint High) Bounds
    {
        get
        {
            (Int128 low, Int128 high) = WideBounds();
            return (nint.CreateSaturating(low), nint.CreateSaturating(high));
        }
    }

    /// <summary>Refuses a layout that reaches outside its memory. Exact for every offset and stride: the sums are 128 bits wide.</summary>
    /// <param name="blockLength">Bytes of memory the layout is laid over.</param>
    /// <exception cref="ViewArgumentException">Some item, or pointer, would lie outside [0, <paramref name="blockLength"/>).</exception>
    public void CheckFits(nint blockLength) => CheckFits(0, blockLength);

    /// <summary>As <see cref="CheckFits(nint)"/>, for a part [<paramref name="from"/>, <paramref name="to"/>) of the memory.</summary>
    internal void CheckFits(nint from, nint to)
    {
        (Int128 low, Int128 high) = WideBounds();
        if (low != high && (low < from || high > to))
        {
            throw Error.OutOfBounds(low.ToString(CultureInfo.InvariantCulture), high.ToString(CultureInfo.InvariantCulture), from, to);
        }
    }

    /// <summary>Bytes from the start of the memory to an item. Python: <c>PyBuffer_GetPointer</c>, without the base.</summary>
    /// <param name="indices">One index an axis; negative ones count from the end.</param>
    /// <exception cref="ViewArgumentException">Another number of indices than axes.</exception>
    /// <exception cref="AxisIndexException">An index outside its axis.</exception>
    /// <exception cref="ViewNotSupportedException">The layout is indirect: only the memory knows its pointers.</exception>
    public nint OffsetOf(params ReadOnlySpan<nint> indices)
    {
        if (IsIndirect)
        {
            throw Error.IndirectAxis("OffsetOf", "ask the view for the item");
        }

        if (indices.Length != Rank)
        {
            throw Error.WrongIndexCount(indices.Length, Rank);
        }

        nint offset = _offset;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            offset += ((AxisIndex)indices[axis]).Resolve(axis, Shape[axis]) * Strides[axis];
        }

        return offset;
    }

    /// <summary>
    /// Refuses shapes that no memory can have and gives their bytes. The product is taken in 128 bits and checked after each factor, so
    /// it cannot wrap: a factor below 2^63 times a product below 2^63 stays below 2^126.
    /// </summary>
    internal static nint CheckShape(nint itemSize, ReadOnlySpan<nint> shape)
    {
        if (shape.Length > MaxRank)
        {
            throw Error.RankTooHigh(shape.Length, MaxRank);
        }

        if (itemSize is < 0 or > int.MaxValue)
        {
            throw Error.ItemSizeOutOfRange(itemSize);
        }

        // One 0 excuses all other lengths, as in Python: no operation takes an empty axis away, so there will never be an item to count.
        Int128 items = 1;
        bool empty = shape.Contains(0);
        foreach (nint extent in shape)
        {
            if (extent < 0)
            {
                throw Error.NegativeExtent(shape, extent);
            }

            items *= empty ? 0 : extent;
            if (items * Math.Max(itemSize, 1) > nint.MaxValue)
            {
                throw Error.SizeOverflow(shape, itemSize);
            }
        }

        return (nint)items * itemSize;
    }

    internal static void FillContiguousStrides(nint itemSize, ReadOnlySpan<nint> shape, Span<nint> strides, AxisOrder order)
    {
        nint stride = itemSize;
        for (int i = 0; i < shape.Length; i++)
        {
            int axis = order == AxisOrder.F ? i : shape.Length - 1 - i;
            strides[axis] = stride;
            stride *= shape[axis];
        }
    }

    private static void CheckStrideCount(int strides, int rank)
    {
        if (strides != rank)
        {
            throw Error.StrideCount(strides, rank);
        }
    }

    // Each term is below 2^126 and there are at most 64 of them with alternating reach; the product of shape keeps all but one length small:
    // the sum stays far inside 128 bits.
    private (Int128 Low, Int128 High) WideBounds()
    {
        Int128 low = _offset, high = _offset;
        int direct = DirectAxes(out bool hasPointer);
        for (int axis = 0; axis < Rank; axis++)
        {
            if (Shape[axis] == 0)
            {
                return (_offset, _offset);
            }

            if (axis < direct)
            {
                Int128 reach = (Int128)Strides[axis] * (Shape[axis] - 1);
                (low, high) = reach < 0 ? (low + reach, high) : (low, high + reach);
            }
        }

        return (low, high + (hasPointer ? nint.Size : ItemSize));
    }

    // Axes up to and including the first that follows a pointer: what lies behind it is not in this memory.
    private int DirectAxes(out bool hasPointer)
    {
        int first = Suboffsets.IndexOfAnyInRange(0, nint.MaxValue);
        hasPointer = first >= 0;
        return hasPointer ? first + 1 : Rank;
    }
}
