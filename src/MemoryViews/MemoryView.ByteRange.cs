using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

// A stretch of the view's bytes in C order, at any byte: what a stream reads and writes. It is made of at most three parts for each axis,
// the rest of an item, the rest of a row and so on, whole sub-views in the middle:
//
//   items   |0000|1111|2222|3333|          bytes [2, 13):  the end of item 0, items 1 and 2 in one copy, the start of item 3
//              └──────────────┘
public sealed partial class MemoryView
{
    /// <summary>Copies bytes [start, start + length) of the items in C order.</summary>
    internal void ReadBytes(nint start, Span<byte> destination) => Transfer(in _layout, start, destination, write: false);

    /// <summary>Overwrites bytes [start, start + length) of the items in C order.</summary>
    internal void WriteBytes(nint start, ReadOnlySpan<byte> source)
    {
        ForWritingAll();

        // One routine serves both directions; this one only ever reads from the span.
        Transfer(in _layout, start, MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(source), source.Length), write: true);
    }

    private void Transfer(in Layout layout, nint start, Span<byte> bytes, bool write)
    {
        ThrowIfReleased();
        if (bytes.IsEmpty)
        {
            return;
        }

        if (layout.Rank == 0)
        {
            TransferItem(in layout, start, bytes, write);
            return;
        }

        nint each = layout.ByteLength / layout.Shape[0];
        nint first = start / each, within = start % each;
        if (within > 0 || bytes.Length < each)
        {
            int head = (int)Math.Min(bytes.Length, each - within);
            Transfer(TakeFirst(in layout, first++), within, bytes[..head], write);
            bytes = bytes[head..];
        }

        int whole = (int)(bytes.Length / each);
        if (whole > 0)
        {
            TransferItems(layout.Slice(0, new AxisRange(first, first + whole, 1)), bytes[..(int)(whole * each)], write);
            bytes = bytes[(int)(whole * each)..];
        }

        if (!bytes.IsEmpty)
        {
            Transfer(TakeFirst(in layout, first + whole), 0, bytes, write);
        }
    }

    private void TransferItem(in Layout layout, nint start, Span<byte> bytes, bool write)
    {
        using MemoryScope scope = Loan.Enter(layout.Offset, layout.Offset + layout.ItemSize, write ? MemoryUse.Update : MemoryUse.Read);
        Span<byte> item = MemoryMarshal.CreateSpan(ref scope.At(layout.Offset + start), bytes.Length);
        if (write)
        {
            bytes.CopyTo(item);
            scope.Commit(in layout);
        }
        else
        {
            item.CopyTo(bytes);
        }
    }

    private void TransferItems(in Layout layout, Span<byte> bytes, bool write)
    {
        if (write)
        {
            ScatterBulk scatter = new(ref MemoryMarshal.GetReference(bytes));
            MemoryViewBulk.Run(Loan, in layout, ref scatter);
        }
        else
        {
            GatherBulk gather = new(ref MemoryMarshal.GetReference(bytes));
            MemoryViewBulk.Run(Loan, in layout, ref gather);
        }
    }
}
