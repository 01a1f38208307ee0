using System;

namespace MemoryViews;

/// <summary>Python's edits of a list by slices, for lists of items of any size in a store. Positions are in items.</summary>
internal static class SliceEdits
{
    /// <summary><c>del list[a:b:c]</c>.</summary>
    public static void Remove(ByteStore store, AxisRange range, int itemSize, string operation)
    {
        nint count = range.Resolve(store.Length / itemSize, out nint start);
        if (count == 0)
        {
            return;
        }

        // A slice against the direction takes the same items as one along it that begins at its last.
        nint first = range.Step > 0 ? start : start + ((count - 1) * range.Step);
        nint step = Math.Abs(range.Step);
        if (step == 1 || count == 1)
        {
            store.Splice((int)first * itemSize, (int)count * itemSize, 0, operation);
            return;
        }

        store.Exports.ThrowIfLent(operation);
        int left = StridedBytes.Remove(store.Span, first, step, count, itemSize);
        store.Splice(left, store.Length - left, 0, operation);
    }

    /// <summary><c>list[a:b:c] = source</c>, where the source is whole items. With a step only as many as there are places go in, or none, which removes them.</summary>
    public static void Replace(ByteStore store, Slice slice, ReadOnlySpan<byte> source, int itemSize, string operation)
    {
        AxisRange range = AxisRange.From(slice);
        nint count = range.Resolve(store.Length / itemSize, out nint start);
        if (range.Step == 1)
        {
            source.CopyTo(store.Splice((int)start * itemSize, (int)count * itemSize, source.Length, operation));
        }
        else if (source.Length == count * itemSize)
        {
            StridedBytes.Scatter(store.Span, start, range.Step, source, itemSize);
        }
        else if (source.IsEmpty)
        {
            Remove(store, range, itemSize, operation);
        }
        else
        {
            throw Error.SliceLength(source.Length / itemSize, count, slice.ToString());
        }
    }

    /// <summary><c>list *= count</c>.</summary>
    public static void Repeat(ByteStore store, nint count, string operation)
    {
        int once = store.Length;
        if (count <= 0)
        {
            store.Clear(operation);
        }
        else if (once > 0 && count > 1)
        {
            // Within 128 bits the product is exact; beyond an array it is refused as it stands.
            nint added = (nint)Int128.Min((Int128)once * (count - 1), nint.MaxValue);
            Fill(store.Splice(once, 0, added, operation), store.Span[..once]);
        }
    }

    private static void Fill(Span<byte> room, ReadOnlySpan<byte> pattern)
    {
        for (; !room.IsEmpty; room = room[pattern.Length..])
        {
            pattern.CopyTo(room);
        }
    }
}
