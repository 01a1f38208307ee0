using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

// Slicing and indexing. The rank-1 forms are inlined into the view that is being made: returning the value from a call and copying
// it would double the price of a slice.
public readonly partial struct Layout
{
    /// <summary>A slice of one axis. Bounds clamp as in Python.</summary>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <param name="slice">What to take of it.</param>
    /// <exception cref="ViewArgumentException">No such axis, or a step of 0.</exception>
    public Layout Slice(int axis, Slice slice) => Slice(CheckAxis(axis), AxisRange.From(slice));

    /// <summary>One index of one axis, which is dropped.</summary>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <exception cref="AxisIndexException">The index lies outside the axis.</exception>
    /// <exception cref="ViewNotSupportedException">The axis follows a pointer and no axis before it could: only the memory knows the pointer (a view can do it).</exception>
    public Layout Index(int axis, nint index)
    {
        Span<Subscript> subscripts = stackalloc Subscript[MaxRank];
        axis = CheckAxis(axis);
        subscripts[..axis].Fill(Range.All);
        subscripts[axis] = index;
        return Subscript(subscripts[..(axis + 1)]);
    }

    /// <summary>A whole subscript: indices drop their axis, ranges keep it, the ellipsis stands for the axes not named, new axes are put in.</summary>
    /// <param name="subscripts">One element an axis, from the first; axes at the end may be left out.</param>
    /// <exception cref="ViewArgumentException">More elements than axes, or two ellipses.</exception>
    /// <exception cref="AxisIndexException">An index outside its axis.</exception>
    /// <exception cref="ViewNotSupportedException">An index on an axis that follows a pointer, where no earlier axis can carry it.</exception>
    public Layout Subscript(params ReadOnlySpan<Subscript> subscripts)
    {
        Count(subscripts, out int keep, out int skipped);
        return IsIndirect ? SubscriptIndirect(subscripts, skipped) : SubscriptDirect(subscripts, keep, skipped);
    }

    /// <summary>The length of the axis where that is held inline (rank 1); the only rank <see cref="SliceInline"/> may be called on.</summary>
    internal bool IsInline => _dims is null && Rank == 1;

    internal nint InlineLength => _length;

    // No overflow check: shift <= length, and every reachable item lies in memory. On an empty result the offset means nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Layout SliceInline(nint shift, nint count, ushort flags) => new(null, _offset + shift * _stride, count, _stride, _itemSize, _key, flags);

    /// <summary>Rank 1, key and index in one step: where the item starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryOffset(ushort key, nint index, out nint offset)
    {
        offset = _offset + index * _stride;
        return _key == key && (nuint)index < (nuint)_length && _dims is null;
    }

    /// <summary>Rank 2, key and both indices in one step: where the item starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryOffset(ushort key, nint i, nint j, out nint offset)
    {
        nint[]? dims = _dims;
        if (_key == key && dims is { Length: 4 } && (nuint)i < (nuint)dims[0] && (nuint)j < (nuint)dims[1])
        {
            offset = _offset + i * dims[2] + j * dims[3];
            return true;
        }

        offset = 0;
        return false;
    }

    internal int CheckAxis(int axis)
    {
        int rank = Rank;
        int result = axis < 0 ? axis + rank : axis;
        return (uint)result < (uint)rank ? result : throw Error.InvalidAxis(axis, rank);
    }

    internal Layout Slice(int axis, AxisRange range)
    {
        if (_dims is null)
        {
            nint taken = range.Resolve(_length, out nint first);
            return new(null, _offset + first * _stride, taken, _stride * range.Step, _itemSize, _key, InheritedFlags);
        }

        nint[] dims = (nint[])_dims.Clone();
        dims[axis] = range.Resolve(dims[axis], out nint start);
        nint shift = ShiftOf(start, dims[axis], dims[Rank + axis]);
        dims[Rank + axis] *= range.Step;
        return new(dims, Shift(dims, axis, shift), 0, 0, _itemSize, _key, InheritedFlags);
    }

    /// <summary>Both halves of the first axis that has any: what comes first in C order stays first. False for a single item.</summary>
    internal bool TrySplit(out Layout first, out Layout second)
    {
        int axis = Shape.IndexOfAnyExcept(1);
        if (axis < 0)
        {
            (first, second) = (this, this);
            return false;
        }

        nint half = Shape[axis] / 2;
        first = Slice(axis, new AxisRange(0, half, 1));
        second = Slice(axis, new AxisRange(half, nint.MaxValue, 1));
        return true;
    }

    // An empty slice of an axis with a pointer before it moves nothing: its start may lie before the axis, where no suboffset can follow.
    private nint ShiftOf(nint start, nint count, nint stride) => count == 0 && IsIndirect ? 0 : start * stride;

    // A move along an axis takes effect behind the nearest pointer followed before it, or at the offset when there is none.
    private nint Shift(nint[] dims, int axis, nint shift)
    {
        for (int before = axis - 1; IsIndirect && before >= 0; before--)
        {
            ref nint suboffset = ref dims[2 * Rank + before];
            if (suboffset >= 0)
            {
                suboffset = MoveSuboffset(suboffset, shift);
                return _offset;
            }
        }

        return _offset + shift;
    }

    // Below 0 a suboffset would mean "no pointer": such a view exists, but PEP 3118 has no words for it.
    private static nint MoveSuboffset(nint suboffset, nint shift) => suboffset + shift >= 0 ? suboffset + shift : throw Error.IndirectAxis(
        "The slice starts before the place its pointer points at, and it", "slice forwards, or copy first with ToArray");

    private void Count(ReadOnlySpan<Subscript> subscripts, out int keep, out int skipped)
    {
        int named = 0, ellipses = 0;
        keep = 0;
        foreach (ref readonly Subscript subscript in subscripts)
        {
            named += subscript.Kind is SubscriptKind.Index or SubscriptKind.Range ? 1 : 0;
            keep += subscript.Kind is SubscriptKind.Range or SubscriptKind.NewAxis ? 1 : 0;
            ellipses += subscript.Kind == SubscriptKind.Ellipsis ? 1 : 0;
        }

        if (ellipses > 1)
        {
            throw Error.TwoEllipses();
        }

        skipped = Rank - named;
        keep += skipped;
        if (skipped < 0)
        {
            throw Error.WrongIndexCount(named, Rank);
        }

        if (keep > MaxRank)
        {
            throw Error.RankTooHigh(keep, MaxRank);
        }
    }

    private Layout SubscriptDirect(ReadOnlySpan<Subscript> subscripts, int keep, int skipped)
    {
        if (keep > 1)
        {
            nint[] dims = GC.AllocateUninitializedArray<nint>(2 * keep);
            nint moved = Walk(subscripts, skipped, dims.AsSpan(0, keep), dims.AsSpan(keep));
            return new(dims, moved, 0, 0, _itemSize, KeyOf(keep, Tag), InheritedFlags);
        }

        nint length = 1, stride = ItemSize;
        nint offset = Walk(subscripts, skipped, new Span<nint>(ref length), new Span<nint>(ref stride));
        return new(null, offset, length, stride, _itemSize, KeyOf(keep, Tag), InheritedFlags);
    }

    private nint Walk(ReadOnlySpan<Subscript> subscripts, int skipped, Span<nint> newShape, Span<nint> newStrides)
    {
        ReadOnlySpan<nint> shape = Shape, strides = Strides;
        nint offset = _offset;
        int axis = 0, kept = 0;
        foreach (ref readonly Subscript subscript in subscripts)
        {
            switch (subscript.Kind)
            {
                case SubscriptKind.Index:
                    offset += subscript.ResolveIndex(axis, shape[axis]) * strides[axis];
                    axis++;
                    break;
                case SubscriptKind.Range:
                    AxisRange range = subscript.Range;
                    newShape[kept] = range.Resolve(shape[axis], out nint start);
                    offset += start * strides[axis];
                    newStrides[kept++] = strides[axis++] * range.Step;
                    break;
                case SubscriptKind.NewAxis:
                    newShape[kept] = 1;
                    newStrides[kept++] = 0;
                    break;
                default:
                    CopyAxes(skipped, shape, strides, newShape, newStrides, ref axis, ref kept);
                    break;
            }
        }

        CopyAxes(shape.Length - axis, shape, strides, newShape, newStrides, ref axis, ref kept);
        return offset;
    }

    private static void CopyAxes(int count, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, Span<nint> newShape, Span<nint> newStrides, ref int axis, ref int kept)
    {
        shape.Slice(axis, count).CopyTo(newShape[kept..]);
        strides.Slice(axis, count).CopyTo(newStrides[kept..]);
        axis += count;
        kept += count;
    }
}
