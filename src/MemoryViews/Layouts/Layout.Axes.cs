using System;

namespace MemoryViews;

// Axes moved, turned, put in and repeated: nothing of this touches an item.
public readonly partial struct Layout
{
    /// <summary>The axes in another order. Python: NumPy's <c>transpose(axes)</c>.</summary>
    /// <param name="axes">Each axis of this layout once, in the new order; empty turns the order round.</param>
    /// <exception cref="ViewArgumentException">Not a permutation of the axes.</exception>
    /// <exception cref="ViewNotSupportedException">An axis would move across a pointer.</exception>
    public Layout Permute(params ReadOnlySpan<int> axes)
    {
        int rank = Rank;
        Span<int> order = stackalloc int[MaxRank];
        order = order[..rank];
        CheckPermutation(axes, order);
        if (_dims is null)
        {
            return Derived;
        }

        nint[] dims = new nint[_dims.Length];
        for (int i = 0; i < rank; i++)
        {
            dims[i] = _dims[order[i]];
            dims[rank + i] = _dims[rank + order[i]];
        }

        PermuteSuboffsets(order, dims.AsSpan(2 * rank));
        return new(dims, _offset, 0, 0, _itemSize, _key, InheritedFlags);
    }

    /// <summary>One axis the other way round: Python's <c>[::-1]</c>.</summary>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ViewArgumentException">No such axis.</exception>
    public Layout Flip(int axis) => Slice(axis, new Slice(null, null, -1));

    /// <summary>An axis of length 1 put in before <paramref name="axis"/>; the rank puts it last.</summary>
    /// <param name="axis">0 to the rank; negative ones count from the end of the new layout.</param>
    /// <exception cref="ViewArgumentException">No such place, or too many axes.</exception>
    public Layout InsertAxis(int axis)
    {
        int place = axis < 0 ? axis + Rank + 1 : axis;
        if ((uint)place > (uint)Rank)
        {
            throw Error.InvalidAxis(axis, Rank + 1);
        }

        Span<Subscript> subscripts = stackalloc Subscript[MaxRank + 1];
        subscripts[..place].Fill(Range.All);
        subscripts[place] = MemoryViews.Subscript.NewAxis;
        return Subscript(subscripts[..(place + 1)]);
    }

    /// <summary>Axes of length 1 repeated, and new first axes put in, with stride 0. Python: NumPy's <c>broadcast_to</c>.</summary>
    /// <param name="shape">The shape wanted.</param>
    /// <exception cref="ViewArgumentException">From the last axis back, a length is neither equal nor 1; or more items than can be counted.</exception>
    public Layout BroadcastTo(params ReadOnlySpan<nint> shape)
    {
        CheckShape(ItemSize, shape);
        int added = shape.Length - Rank;
        Span<nint> strides = stackalloc nint[MaxRank], suboffsets = stackalloc nint[MaxRank];
        strides.Clear();
        suboffsets.Fill(-1);
        if (added < 0)
        {
            throw Error.BroadcastMismatch(Shape, shape);
        }

        for (int axis = 0; axis < Rank; axis++)
        {
            bool same = Shape[axis] == shape[added + axis];
            if (!same && Shape[axis] != 1)
            {
                throw Error.BroadcastMismatch(Shape, shape);
            }

            strides[added + axis] = same ? Strides[axis] : 0;
            suboffsets[added + axis] = IsIndirect ? Suboffsets[axis] : -1;
        }

        return Create(ItemSize, shape, strides[..shape.Length], suboffsets[..shape.Length], _offset, Tag, InheritedFlags);
    }

    /// <summary>
    /// Overlapping windows along one axis: the axis then counts windows, and a new last axis runs inside each. Python: NumPy's
    /// <c>sliding_window_view</c>, with a step.
    /// </summary>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <param name="size">Items in a window, 1 to the length of the axis.</param>
    /// <param name="step">Items from the start of a window to the start of the next, 1 or more.</param>
    /// <exception cref="ViewArgumentException">No such axis, size or step.</exception>
    /// <exception cref="ViewNotSupportedException">The axis, or one behind it, follows a pointer.</exception>
    public Layout Windows(int axis, nint size, nint step = 1)
    {
        axis = CheckAxis(axis);
        nint length = Shape[axis];
        if (size < 1 || step < 1 || size > length)
        {
            throw Error.WindowSize(size, step, length);
        }

        if (IsIndirect && Suboffsets[axis..].ContainsAnyInRange(0, nint.MaxValue))
        {
            throw Error.IndirectAxis("Windows", "copy first with ToArray");
        }

        int rank = Rank + 1;
        Span<nint> parts = stackalloc nint[3 * (MaxRank + 1)];
        Span<nint> shape = parts[..rank], strides = parts.Slice(rank, rank), suboffsets = parts.Slice(2 * rank, rank);
        suboffsets.Fill(-1);
        Shape.CopyTo(shape);
        Strides.CopyTo(strides);
        Suboffsets.CopyTo(suboffsets);
        shape[axis] = (length - size) / step + 1;
        shape[^1] = size;
        strides[^1] = strides[axis];
        strides[axis] *= step;
        CheckShape(ItemSize, shape);
        return Create(ItemSize, shape, strides, suboffsets, _offset, Tag, InheritedFlags);
    }

    /// <summary>
    /// A part of every item: <paramref name="offset"/> bytes into it, with the axes of a sub-array behind the layout's own.
    /// </summary>
    internal Layout Part(nint offset, nint itemSize, ReadOnlySpan<nint> subShape, byte tag)
    {
        int rank = Rank + subShape.Length;
        if (rank > MaxRank)
        {
            throw Error.RankTooHigh(rank, MaxRank);
        }

        Span<nint> parts = stackalloc nint[3 * MaxRank];
        Span<nint> shape = parts[..rank], strides = parts.Slice(rank, rank), suboffsets = parts.Slice(2 * rank, rank);
        suboffsets.Fill(-1);
        Shape.CopyTo(shape);
        Strides.CopyTo(strides);
        Suboffsets.CopyTo(suboffsets);
        subShape.CopyTo(shape[Rank..]);
        FillContiguousStrides(itemSize, subShape, strides[Rank..], AxisOrder.C);
        int carrier = suboffsets.LastIndexOfAnyInRange(0, nint.MaxValue);
        if (carrier >= 0)
        {
            suboffsets[carrier] += offset;
        }

        CheckShape(itemSize, shape);
        return Create(itemSize, shape, strides, suboffsets, carrier >= 0 ? _offset : _offset + offset, tag, InheritedFlags);
    }

    /// <summary>The last axis as other items: <paramref name="count"/> of <paramref name="itemSize"/> bytes in one run.</summary>
    internal Layout WithLastAxis(nint itemSize, nint count)
    {
        int last = Rank - 1;
        if (_dims is null)
        {
            return new(null, _offset, count, itemSize, (uint)itemSize, _key, InheritedFlags);
        }

        nint[] dims = (nint[])_dims.Clone();
        (dims[last], dims[Rank + last]) = (count, itemSize);
        return new(dims, _offset, 0, 0, (uint)itemSize, _key, InheritedFlags);
    }

    private static void CheckPermutation(ReadOnlySpan<int> axes, Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = order.Length - 1 - i;
        }

        if (axes.IsEmpty)
        {
            return;
        }

        ulong seen = 0;
        for (int i = 0; i < axes.Length && axes.Length == order.Length; i++)
        {
            order[i] = axes[i] < 0 ? axes[i] + order.Length : axes[i];
            seen |= (uint)order[i] < (uint)order.Length ? 1UL << order[i] : 0;
        }

        if (axes.Length != order.Length || System.Numerics.BitOperations.PopCount(seen) != order.Length)
        {
            throw Error.NotAPermutation(axes, order.Length);
        }
    }

    // Axes between two pointers form a group: within it their order is free, and the group's last axis follows the pointer.
    private void PermuteSuboffsets(ReadOnlySpan<int> order, Span<nint> suboffsets)
    {
        if (!IsIndirect)
        {
            return;
        }

        int start = 0;
        for (int axis = 0; axis < order.Length; axis++)
        {
            suboffsets[axis] = Suboffsets[axis];
            if (Suboffsets[axis] >= 0 || axis == order.Length - 1)
            {
                CheckGroup(order, start, axis);
                start = axis + 1;
            }
        }
    }

    private static void CheckGroup(ReadOnlySpan<int> order, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (order[i] < first || order[i] > last)
            {
                throw Error.IndirectAxis("The permutation", "permute only axes on the same side of a pointer, or copy first with ToArray");
            }
        }
    }
}
