using System;

namespace MemoryViews;

/// <summary>
/// The contiguous runs of a layout in C order: what scattering and gathering I/O is made of. All runs are of one length, so any of them is found
/// by arithmetic and none is stored; concatenated they are the bytes of <see cref="MemoryView.ToBytes"/>.
/// </summary>
/// <remarks>
/// <code>
///   shape (2, 3), item size 2, strides (8, 2): rows with a gap
///   byte    | 0  1  2  3  4  5 | 6  7 | 8  9 10 11 12 13 |
///             run 0: 0, 6 bytes         run 1: 8, 6 bytes
/// </code>
/// The default value has no runs.
/// </remarks>
public readonly struct ContiguousRuns
{
    private readonly nint[]? _axes; // counts of the axes outside a run, then their strides
    private readonly nint _start;

    /// <summary>The runs of a layout that follows no pointers.</summary>
    internal ContiguousRuns(in Layout layout)
    {
        if (layout.IsIndirect)
        {
            throw Error.RunsBehindPointers(layout.ToString());
        }

        // No item, or items without bytes: nothing to move.
        if (layout.ByteLength == 0)
        {
            return;
        }

        _start = layout.Offset;
        int outer = layout.Rank;
        Length = InnerRun(in layout, ref outer);
        Count = layout.ByteLength / Length;
        _axes = Count == 1 ? null : Outer(in layout, outer);
    }

    /// <summary>How many runs there are.</summary>
    public nint Count { get; }

    /// <summary>The bytes of every run; 0 when there is none.</summary>
    public nint Length { get; }

    /// <summary>A run by its number in C order.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="AxisIndexException">There is no such run.</exception>
    public ContiguousRun this[nint index] => (nuint)index < (nuint)Count
        ? new(OffsetOf(index), Length)
        : throw Error.IndexOutOfRange(0, index, Count);

    /// <summary>Walks the runs in C order.</summary>
    public Enumerator GetEnumerator() => new(this);

    // A sum over the strides of an item inside its memory: nothing here overflows.
    internal nint OffsetOf(nint index)
    {
        nint offset = _start;
        int rank = _axes is null ? 0 : _axes.Length / 2;
        for (int axis = rank - 1; axis > 0; axis--)
        {
            (index, nint position) = Math.DivRem(index, _axes![axis]);
            offset += position * _axes[rank + axis];
        }

        return rank == 0 ? offset : offset + (index * _axes![rank]);
    }

    // Takes the axes that continue each other, from the last on; axes of length 1 continue everything.
    private static nint InnerRun(in Layout layout, ref int outer)
    {
        nint length = layout.ItemSize;
        for (; outer > 0; outer--)
        {
            nint count = layout.Shape[outer - 1];
            if (count != 1 && layout.Strides[outer - 1] != length)
            {
                break;
            }

            length *= count;
        }

        return length;
    }

    private static nint[] Outer(in Layout layout, int outer)
    {
        Span<nint> counts = stackalloc nint[outer], strides = stackalloc nint[outer];
        int last = -1;
        for (int axis = 0; axis < outer; axis++)
        {
            nint count = layout.Shape[axis], stride = layout.Strides[axis];
            if (count == 1)
            {
                continue;
            }

            // An axis that steps as far as the whole axis inside it is continued by that one.
            if (last >= 0 && strides[last] == stride * count)
            {
                (counts[last], strides[last]) = (counts[last] * count, stride);
            }
            else
            {
                last++;
                (counts[last], strides[last]) = (count, stride);
            }
        }

        return [.. counts[..(last + 1)], .. strides[..(last + 1)]];
    }

    /// <summary>A walk over runs.</summary>
    public struct Enumerator
    {
        private readonly ContiguousRuns _runs;
        private nint _index;

        internal Enumerator(ContiguousRuns runs)
        {
            _runs = runs;
            _index = -1;
        }

        /// <summary>The run the walk is at.</summary>
        public readonly ContiguousRun Current => _runs[_index];

        /// <summary>Goes to the next run; false after the last.</summary>
        public bool MoveNext() => ++_index < _runs.Count;
    }
}
