using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
    public Layout Subscript(params ReadOnlySpan<Subscript> subscripts) => Take(subscripts);

    /// <summary>As <see cref="Subscript"/>, part of its caller: the layout is made where it is used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Layout Take(ReadOnlySpan<Subscript> subscripts)
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

    /// <summary>Rank 1, key and index in one step: where the item starts. Indirect layouts have tag 0 and so no key that is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryOffset(ushort key, nint index, out nint offset)
    {
        offset = _offset + index * _stride;
        return _key == key && (nuint)index < (nuint)_length;
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

    /// <summary>
    /// The axis whose halves make an operation's pieces; -1 for a single item. In order: the first, so that what comes first in C order stays
    /// first. Otherwise the one that reaches furthest, so that pieces take the fewest bytes.
    /// </summary>
    internal int AxisToSplit(bool inOrder)
    {
        int found = Shape.IndexOfAnyExcept(1);
        for (int axis = found + 1; !inOrder && found >= 0 && axis < Rank; axis++)
        {
            if (ReachOf(axis) > ReachOf(found))
            {
                found = axis;
            }
        }

        return found;
    }

    /// <summary>Both halves of an axis of two or more.</summary>
    internal (Layout First, Layout Second) SplitAt(int axis)
    {
        nint half = Shape[axis] / 2;
        return (Slice(axis, new AxisRange(0, half, 1)), Slice(axis, new AxisRange(half, nint.MaxValue, 1)));
    }

    private Int128 ReachOf(int axis) => Int128.Abs((Int128)(Shape[axis] - 1) * Strides[axis]);

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
        // No more than this can be right, and each count fits its byte.
        const int Most = 2 * MaxRank;
        int kinds = 0;
        foreach (ref readonly Subscript subscript in subscripts[..Math.Min(Most, subscripts.Length)])
        {
            kinds += (int)subscript.Kind;
        }

        int ranges = (byte)kinds, ellipses = (byte)(kinds >> 8), added = kinds >> 16;
        int named = subscripts.Length - ellipses - added;
        skipped = Rank - named;
        keep = Rank - (named - ranges) + added;
        if (ellipses > 1 || skipped < 0 || keep > MaxRank)
        {
            throw ellipses > 1 ? Error.TwoEllipses() : skipped < 0 ? Error.WrongIndexCount(named, Rank) : Error.RankTooHigh(keep, MaxRank);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Layout SubscriptDirect(ReadOnlySpan<Subscript> subscripts, int keep, int skipped)
    {
        if (keep > 1)
        {
            nint[] dims = new nint[2 * keep];
            nint moved = Walk(subscripts, skipped, ref MemoryMarshal.GetArrayDataReference(dims), keep);
            return new(dims, moved, 0, 0, _itemSize, KeyOf(keep, Tag), InheritedFlags);
        }

        OneAxis axis = default;
        (axis[0], axis[1]) = (1, ItemSize);
        nint offset = Walk(subscripts, skipped, ref axis[0], 1);
        return new(null, offset, axis[0], axis[1], _itemSize, KeyOf(keep, Tag), InheritedFlags);
    }

    // Writes shape and strides of the axes kept to [kept] and [keep + kept] behind a reference to room for both, and gives the offset.
    // Count has found that subscripts and axes add up, so neither the reads nor the writes need a check of their own.
    private nint Walk(ReadOnlySpan<Subscript> subscripts, int skipped, ref nint result, int keep)
    {
        int rank = Rank;
        ref nint shape = ref _dims is null ? ref Unsafe.AsRef(in _length) : ref MemoryMarshal.GetArrayDataReference(_dims);
        ref nint strides = ref _dims is null ? ref Unsafe.AsRef(in _stride) : ref Unsafe.Add(ref shape, rank);
        nint offset = _offset;
        int axis = 0, kept = 0;
        foreach (ref readonly Subscript subscript in subscripts)
        {
            switch (subscript.Kind)
            {
                case SubscriptKind.Range:
                    AxisRange range = subscript.Range;
                    nint stride = Unsafe.Add(ref strides, axis);
                    Unsafe.Add(ref result, kept) = range.Resolve(Unsafe.Add(ref shape, axis), out nint start);
                    Unsafe.Add(ref result, keep + kept) = stride * range.Step;
                    offset += start * stride;
                    axis++;
                    kept++;
                    break;
                case SubscriptKind.Index:
                    offset += subscript.ResolveIndex(axis, Unsafe.Add(ref shape, axis)) * Unsafe.Add(ref strides, axis);
                    axis++;
                    break;
                case SubscriptKind.NewAxis:
                    Unsafe.Add(ref result, kept) = 1;
                    Unsafe.Add(ref result, keep + kept) = 0;
                    kept++;
                    break;
                default:
                    CopyAxes(skipped, ref result, keep, ref axis, ref kept);
                    break;
            }
        }

        if (axis < rank)
        {
            CopyAxes(rank - axis, ref result, keep, ref axis, ref kept);
        }

        return offset;
    }

    private void CopyAxes(int count, ref nint result, int keep, ref int axis, ref int kept)
    {
        for (int end = axis + count; axis < end; axis++, kept++)
        {
            Unsafe.Add(ref result, kept) = Shape[axis];
            Unsafe.Add(ref result, keep + kept) = Strides[axis];
        }
    }

    // The length and the stride of one axis, in the order in which they stand in an array of dims.
    [InlineArray(2)]
    private struct OneAxis
    {
        private nint _length;
    }
}
