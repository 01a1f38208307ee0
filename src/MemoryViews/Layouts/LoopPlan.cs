using System;
using System.Diagnostics;

namespace MemoryViews;

/// <summary>
/// The loops over two layouts of one shape, as few and as long as the order allows. Pure arithmetic: it knows offsets, never memory.
/// <code>
///   Free order, shape (2, 3, 4), both in Fortran order, item size 4
///   load    2, 3, 4   strides   4,  8, 24       axes of length 1 are left out
///   flip              strides   4,  8, 24       negative strides of the first operand turned, the other follows
///   sort    4, 3, 2   strides  24,  8,  4       largest first: the first operand decides, the second breaks ties
///   merge   24        strides           4       an axis that steps as far as the whole axis inside it continues it
/// </code>
/// C order leaves out flip and sort.
/// </summary>
/// <remarks>
/// No sum or product here overflows: every offset reached is that of an item inside its memory, and a stride times a length of 2 or more
/// is at most twice the memory's length, which is below 2^62.
/// </remarks>
internal ref struct LoopPlan
{
    private readonly Span<nint> _counts;
    private readonly Span<nint> _a;
    private readonly Span<nint> _b;
    private readonly Span<nint> _position;
    private int _rank;

    /// <summary>Plans the axes from <paramref name="first"/> on; those before are the caller's to walk.</summary>
    /// <param name="a">The operand that decides the order: the destination, where there is one.</param>
    /// <param name="b">The other operand; no axis is empty.</param>
    /// <param name="first">The first axis planned.</param>
    /// <param name="order">Whether items may be reordered.</param>
    /// <param name="scratch">Room for the plan: <see cref="ScratchFor"/>.</param>
    public LoopPlan(scoped in Layout a, scoped in Layout b, int first, LoopOrder order, Span<nint> scratch)
    {
        int most = scratch.Length / 4;
        _counts = scratch[..most];
        _a = scratch.Slice(most, most);
        _b = scratch.Slice(2 * most, most);
        _position = scratch.Slice(3 * most, most);
        _position.Clear();
        Load(a, b, first);
        if (order == LoopOrder.Free)
        {
            Flip();
            Sort();
        }

        Merge();
    }

    /// <summary>Bytes from the first operand's item (0, ..., 0) to the item visited first.</summary>
    public nint StartA { get; private set; }

    /// <summary>Bytes from the second operand's item (0, ..., 0) to the item visited first.</summary>
    public nint StartB { get; private set; }

    /// <summary>Items in a row.</summary>
    public readonly nint RowCount => _counts[_rank - 1];

    /// <summary>Bytes from an item of a row to the next, first operand.</summary>
    public readonly nint RowStrideA => _a[_rank - 1];

    /// <summary>Bytes from an item of a row to the next, second operand.</summary>
    public readonly nint RowStrideB => _b[_rank - 1];

    /// <summary>The numbers of scratch a plan of so many axes takes; never 0, so that there is always a row.</summary>
    public static int ScratchFor(int rank) => 4 * Math.Max(rank, 1);

    /// <summary>Moves both offsets to the next row; false, and back at the first row, after the last.</summary>
    public readonly bool NextRow(ref nint offsetA, ref nint offsetB)
    {
        for (int axis = _rank - 2; axis >= 0; axis--)
        {
            if (++_position[axis] < _counts[axis])
            {
                offsetA += _a[axis];
                offsetB += _b[axis];
                return true;
            }

            offsetA -= _a[axis] * (_counts[axis] - 1);
            offsetB -= _b[axis] * (_counts[axis] - 1);
            _position[axis] = 0;
        }

        return false;
    }

    /// <summary>Moves an index to the next one in C order; false, and back at zeros, after the last.</summary>
    public static bool NextIndex(Span<nint> index, ReadOnlySpan<nint> shape)
    {
        for (int axis = index.Length - 1; axis >= 0; axis--)
        {
            if (++index[axis] < shape[axis])
            {
                return true;
            }

            index[axis] = 0;
        }

        return false;
    }

    // A single item is a row of one, contiguous in both operands.
    private void Load(in Layout a, in Layout b, int first)
    {
        for (int axis = first; axis < a.Rank; axis++)
        {
            Debug.Assert(a.Shape[axis] == b.Shape[axis] && a.Shape[axis] > 0, "The driver plans equal shapes with items.");
            if (a.Shape[axis] != 1)
            {
                Append(a.Shape[axis], a.Strides[axis], b.Strides[axis]);
            }
        }

        if (_rank == 0)
        {
            Append(1, a.ItemSize, b.ItemSize);
        }
    }

    private void Append(nint count, nint strideA, nint strideB)
    {
        (_counts[_rank], _a[_rank], _b[_rank]) = (count, strideA, strideB);
        _rank++;
    }

    private void Flip()
    {
        for (int axis = 0; axis < _rank; axis++)
        {
            if (_a[axis] < 0 || (_a[axis] == 0 && _b[axis] < 0))
            {
                StartA += _a[axis] * (_counts[axis] - 1);
                StartB += _b[axis] * (_counts[axis] - 1);
                (_a[axis], _b[axis]) = (-_a[axis], -_b[axis]);
            }
        }
    }

    // Insertion: a handful of axes, mostly in order already, and axes that tie keep their order.
    private readonly void Sort()
    {
        for (int i = 1; i < _rank; i++)
        {
            for (int j = i; j > 0 && IsOuter(j, j - 1); j--)
            {
                (_counts[j], _counts[j - 1]) = (_counts[j - 1], _counts[j]);
                (_a[j], _a[j - 1]) = (_a[j - 1], _a[j]);
                (_b[j], _b[j - 1]) = (_b[j - 1], _b[j]);
            }
        }
    }

    private readonly bool IsOuter(int axis, int other)
        => _a[axis] != _a[other] ? _a[axis] > _a[other] : Math.Abs(_b[axis]) > Math.Abs(_b[other]);

    private void Merge()
    {
        int last = 0;
        for (int axis = 1; axis < _rank; axis++)
        {
            if (_a[last] == _a[axis] * _counts[axis] && _b[last] == _b[axis] * _counts[axis])
            {
                (_counts[last], _a[last], _b[last]) = (_counts[last] * _counts[axis], _a[axis], _b[axis]);
            }
            else
            {
                last++;
                (_counts[last], _a[last], _b[last]) = (_counts[axis], _a[axis], _b[axis]);
            }
        }

        _rank = last + 1;
    }
}
