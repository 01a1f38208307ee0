using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Every step-th item of a run, copied and removed: what slices with a step do to lists of bytes. Items are a few bytes long.</summary>
internal static class StridedBytes
{
    /// <summary>Gathers bytes, <paramref name="step"/> apart from <paramref name="start"/> on, until the destination is full.</summary>
    public static void Copy(ReadOnlySpan<byte> source, nint start, nint step, Span<byte> destination)
    {
        if (step == 1)
        {
            source.Slice((int)start, destination.Length).CopyTo(destination);
            return;
        }

        // start + i * step is the index of an item taken, so it lies inside the source and does not overflow.
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = source[(int)(start + (i * step))];
        }
    }

    /// <summary>Scatters whole items of a run over every step-th item of another.</summary>
    public static void Scatter(Span<byte> destination, nint start, nint step, ReadOnlySpan<byte> source, int itemSize)
    {
        for (nint i = 0; i < source.Length / itemSize; i++)
        {
            source.Slice((int)i * itemSize, itemSize).CopyTo(destination[((int)(start + (i * step)) * itemSize)..]);
        }
    }

    /// <summary>Turns the bytes of each item round in place.</summary>
    public static void TurnEach(Span<byte> bytes, int itemSize)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        int count = bytes.Length / itemSize;
        switch (itemSize)
        {
            case sizeof(ushort):
                ByteRun.Reverse<ushort>(ref first, ref first, count);
                break;
            case sizeof(uint):
                ByteRun.Reverse<uint>(ref first, ref first, count);
                break;
            case sizeof(ulong):
                ByteRun.Reverse<ulong>(ref first, ref first, count);
                break;
            default:
                TurnEachByBytes(bytes, itemSize);
                break;
        }
    }

    /// <summary>
    /// Moves what stays over what goes: |keep|gone|keep|gone|rest| becomes |keep|keep|rest|. Positions are in items, and the step is 2 or more.
    /// </summary>
    /// <returns>The bytes that are left.</returns>
    public static int Remove(Span<byte> bytes, nint start, nint step, nint count, int itemSize)
    {
        int written = (int)start * itemSize;
        for (nint i = 0; i < count; i++)
        {
            int from = (int)(start + (i * step) + 1) * itemSize;
            int to = i + 1 < count ? (int)(start + ((i + 1) * step)) * itemSize : bytes.Length;
            bytes[from..to].CopyTo(bytes[written..]);
            written += to - from;
        }

        return written;
    }

    private static void TurnEachByBytes(Span<byte> bytes, int itemSize)
    {
        for (int at = 0; at < bytes.Length && itemSize > 1; at += itemSize)
        {
            bytes.Slice(at, itemSize).Reverse();
        }
    }
}
