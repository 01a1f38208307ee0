using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

public sealed partial class MemoryView
{
    /// <summary>How many items equal a value. Python 3.14: <c>count</c>, for any rank.</summary>
    /// <param name="item">A number, compared by value (0.0 finds -0.0, NaN finds nothing); a struct, compared field by field: gaps do not count.</param>
    /// <exception cref="ItemTypeException">The format's items cannot be compared with a <typeparamref name="T"/>.</exception>
    public nint Count<T>(T item)
        where T : unmanaged
    {
        BufferExport loan = Loan;
        Span<byte> bytes = stackalloc byte[ItemRoom<T>()];
        if (!TrySearchItem(item, ref bytes))
        {
            return 0;
        }

        CountBulk count = new(_format, bytes);
        MemoryViewBulk.Run(loan, in _layout, ref count);
        return count.Total;
    }

    /// <summary>The first item that equals a value. Python 3.14: <c>index</c>, for any rank.</summary>
    /// <param name="item">A number, compared by value; a struct, compared field by field: gaps do not count.</param>
    /// <param name="start">The flat index to start from, 0 to <see cref="ItemCount"/>.</param>
    /// <returns>The flat index in C order, or -1.</returns>
    /// <exception cref="ItemTypeException">The format's items cannot be compared with a <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewArgumentException"><paramref name="start"/> lies outside the view.</exception>
    public nint IndexOf<T>(T item, nint start = 0)
        where T : unmanaged
    {
        BufferExport loan = Loan;
        CheckStart(start, _layout.ItemCount);
        Span<byte> bytes = stackalloc byte[ItemRoom<T>()];
        if (!TrySearchItem(item, ref bytes))
        {
            return -1;
        }

        IndexOfBulk search = new(_format, bytes, start);
        MemoryViewBulk.Run(loan, in _layout, ref search);
        return search.Found;
    }

    /// <summary>The first place of a byte pattern in the bytes of a view of rank 1, as <see cref="ToBytes"/> gives them, strides and all.</summary>
    /// <param name="pattern">The bytes looked for; an empty pattern is found at once.</param>
    /// <param name="start">The byte to start from, 0 to <see cref="ByteLength"/>.</param>
    /// <returns>The byte offset, or -1.</returns>
    /// <exception cref="ViewOperationException">The rank is not 1.</exception>
    /// <exception cref="ViewArgumentException"><paramref name="start"/> lies outside the view.</exception>
    public nint IndexOf(ReadOnlySpan<byte> pattern, nint start = 0)
    {
        BufferExport loan = Loan;
        if (_layout.Rank != 1)
        {
            throw Error.RankMismatch("A search for a byte pattern", 1, _layout.Rank);
        }

        CheckStart(start, _layout.ByteLength);
        if (NeedsPieces(loan))
        {
            return IndexOfInPieces(pattern, start);
        }

        (nint low, nint high) = _layout.Bounds;
        using MemoryScope scope = loan.Enter(low, high);
        return SearchKernels.IndexOfPattern(new Operand(ref scope.Origin, scope.Place(in _layout)), pattern, start);
    }

    // Pieces overlap by one byte less than the pattern, so that it is found across their ends.
    private nint IndexOfInPieces(ReadOnlySpan<byte> pattern, nint start)
    {
        byte[] piece = new byte[Math.Clamp(2L * pattern.Length, 1 << 16, Array.MaxLength)];
        for (nint at = start; at + pattern.Length <= _layout.ByteLength; at += piece.Length - pattern.Length + 1)
        {
            Span<byte> bytes = piece.AsSpan(0, (int)Math.Min(piece.Length, _layout.ByteLength - at));
            ReadBytes(at, bytes);
            int found = bytes.IndexOf(pattern);
            if (found >= 0)
            {
                return at + found;
            }
        }

        return -1;
    }

    private static int ItemRoom<T>()
        where T : unmanaged => Math.Max(Unsafe.SizeOf<T>(), 2 * sizeof(double));

    private static void CheckStart(nint start, nint length)
    {
        if (start < 0 || start > length)
        {
            throw Error.SearchStart(start, length);
        }
    }

    // What is looked for, in the view's own format. False when the format cannot hold the value: then no item equals it.
    private bool TrySearchItem<T>(T item, ref Span<byte> bytes)
        where T : unmanaged
    {
        // Refuses items of another size than a number or a T first: only those have room in the bytes.
        bool isStruct = TypedItem.IsStruct<T>(_format, _layout.ItemSize);
        bytes = bytes[..(int)_layout.ItemSize];
        if (isStruct)
        {
            MemoryMarshal.Write(bytes, in item);
            return true;
        }

        return TypedItem.TryStoreExact(_format, bytes, item);
    }
}
