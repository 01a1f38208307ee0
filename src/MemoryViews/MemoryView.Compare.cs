using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

public sealed partial class MemoryView
{
    /// <summary>
    /// Whether both have the same shape and equal items, whatever their formats, strides and byte orders. Python: <c>==</c>. NaN equals nothing,
    /// 1 equals 1.0, bytes never equal numbers. Items that cannot be read are compared by their bytes when the formats are the same.
    /// </summary>
    /// <param name="other">Any exporter; one that does not lend its memory is not equal.</param>
    /// <remarks>A released view equals itself only. Shapes need to agree up to the first length of 0.</remarks>
    [SuppressMessage("Design", "CA1031", Justification = "An exporter may refuse in any way it likes, and is then not equal, as in Python.")]
    public bool ContentEquals(IBufferExporter? other)
    {
        if (other is MemoryView view)
        {
            return IsReleased || view.IsReleased ? ReferenceEquals(this, other) : ContentEquals(view);
        }

        if (other is null || IsReleased)
        {
            return false;
        }

        MemoryView borrowed;
        try
        {
            borrowed = new(other);
        }
        catch (Exception)
        {
            return false;
        }

        using (borrowed)
        {
            return ContentEquals(borrowed);
        }
    }

    /// <summary>A hash of the bytes, the same for equal bytes whatever the strides. Python: <c>hash(view)</c>, with its rule: read-only views of bytes only.
    /// Once asked for, it is answered even after release.</summary>
    /// <exception cref="ViewOperationException">The view is writable, or its format is not B, b or c.</exception>
    public int ContentHashCode()
    {
        ViewExtras extras = ViewExtras.Of(this);
        if (extras.Hash is { } known)
        {
            return known;
        }

        ThrowIfReleased();
        bool isReadOnly = (_layout.Flags & ReadOnlyFlag) != 0;
        if (!isReadOnly || _format.NativeCode is not ('B' or 'b' or 'c'))
        {
            throw Error.NotHashable(_format.Text, isReadOnly);
        }

        using MemoryView source = InOnePiece();
        (nint low, nint high) = source._layout.Bounds;
        using MemoryScope scope = source.Loan.Enter(low, high);
        int hash = HashKernels.Run(new Operand(ref scope.Origin, scope.Place(in source._layout)));
        extras.Hash = hash;
        return hash;
    }

    /// <summary>The first item that differs, as <see cref="ContentEquals(IBufferExporter?)"/> compares.</summary>
    /// <param name="other">A view of the same shape.</param>
    /// <returns>Its flat index in C order, or -1 when all are equal.</returns>
    /// <exception cref="ViewArgumentException">The shapes differ.</exception>
    public nint FirstMismatch(MemoryView other)
    {
        ArgumentNullException.ThrowIfNull(other);
        BufferExport loan = Loan, otherLoan = other.Loan;
        if (!_layout.Shape.SequenceEqual(other._layout.Shape))
        {
            throw Error.StructureMismatch(other._format.Text, other._layout.Shape, _format.Text, _layout.Shape);
        }

        MismatchBulk mismatch = new(_format, other._format);
        MemoryViewBulk.Run(loan, in _layout, otherLoan, in other._layout, ref mismatch);
        return mismatch.Found;
    }

    /// <summary>Whether some byte belongs to an item of both. Exact for strided layouts, within a work budget beyond which the answer is yes.</summary>
    /// <param name="other">Any view; memory is told apart by object or address, not by exporter.</param>
    public bool Overlaps(MemoryView other)
    {
        ArgumentNullException.ThrowIfNull(other);
        BufferExport loan = Loan, otherLoan = other.Loan;
        return _layout.ByteLength > 0 && other._layout.ByteLength > 0 && MemoryViewBulk.Meet(loan, in _layout, otherLoan, in other._layout);
    }

    private bool ContentEquals(MemoryView other)
    {
        if (!SameShape(_layout.Shape, other._layout.Shape))
        {
            return false;
        }

        if (_layout.ItemCount == 0)
        {
            return (_format.CanReadItems && other._format.CanReadItems) || _format.Equals(other._format);
        }

        SameBulk same = new(_format, other._format);
        return MemoryViewBulk.Run(Loan, in _layout, other.Loan, in other._layout, ref same);
    }

    // Python looks no further than the first length of 0: what follows it can hold nothing.
    private static bool SameShape(ReadOnlySpan<nint> a, ReadOnlySpan<nint> b)
    {
        int empty = a.IndexOf(0);
        int count = empty < 0 ? a.Length : empty + 1;
        return a.Length == b.Length && a[..count].SequenceEqual(b[..count]);
    }

    // A few operations cannot be taken in pieces; where memory opens only so much at once they work on a copy.
    private MemoryView InOnePiece()
        => NeedsPieces(Loan) ? OverBytes(ToBytes()) : Twin();

    private bool NeedsPieces(BufferExport loan)
    {
        (nint low, nint high) = _layout.Bounds;
        return high - low > loan.MostAtOnce;
    }
}
