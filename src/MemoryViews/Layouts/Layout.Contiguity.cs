using System;

namespace MemoryViews;

public readonly partial struct Layout
{
    /// <summary>Whether the items lie in one run, last axis fastest. Python: <c>c_contiguous</c>, with its rule that an empty view of
    /// rank 1 whose stride is not the item size is not contiguous.</summary>
    public bool IsCContiguous => _dims is null ? IsRank1Contiguous : !IsIndirect && IsRun(Rank - 1, -1);

    /// <summary>Whether the items lie in one run, first axis fastest. Python: <c>f_contiguous</c>.</summary>
    public bool IsFContiguous => _dims is null ? IsRank1Contiguous : !IsIndirect && IsRun(0, 1);

    /// <summary>C- or F-contiguous. Python: <c>contiguous</c>.</summary>
    public bool IsContiguous => IsCContiguous || IsFContiguous;

    /// <summary>Whether the items lie in one run in the order asked; <see cref="AxisOrder.Any"/> takes either. Python: <c>PyBuffer_IsContiguous</c>.</summary>
    /// <param name="order">The order.</param>
    public bool IsContiguousIn(AxisOrder order) => order switch
    {
        AxisOrder.C => IsCContiguous,
        AxisOrder.F => IsFContiguous,
        _ => IsContiguous,
    };

    private bool IsRank1Contiguous => Rank == 0 || _length == 1 || _stride == (nint)_itemSize;

    // An axis of length 1 is never stepped along, so its stride may be anything; no item at all is contiguous both ways.
    private bool IsRun(int axis, int step)
    {
        ReadOnlySpan<nint> shape = Shape, strides = Strides;
        if (ByteLength == 0)
        {
            return true;
        }

        nint expected = ItemSize;
        for (; (uint)axis < (uint)shape.Length; axis += step)
        {
            if (shape[axis] != 1 && strides[axis] != expected)
            {
                return false;
            }

            expected *= shape[axis];
        }

        return true;
    }
}
