using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Contiguous runs of any length, done by the vectorised span operations in pieces that a span can count.
/// </summary>
/// <remarks>The piece is a parameter so that its edges can be tested without gigabytes.</remarks>
internal static class ByteRun
{
    /// <summary>Bytes in a piece: a multiple of every item size worth a vector, well inside a span.</summary>
    public const int Piece = 1 << 30;

    // Stays in the first cache while it is looked at twice.
    private const int ComparedAtOnce = 1 << 14;

    /// <summary>Copies as if through a temporary, whichever way the runs overlap.</summary>
    public static void Copy(ref byte destination, ref byte source, nint bytes, int piece = Piece)
    {
        // A destination that lies behind its source must be filled from the end, or a piece would overwrite one not yet read.
        bool backward = Unsafe.IsAddressGreaterThan(ref destination, ref source);
        for (nint done = 0; done < bytes;)
        {
            int length = (int)Math.Min(bytes - done, piece);
            nint start = backward ? bytes - done - length : done;
            Span(ref source, start, length).CopyTo(Span(ref destination, start, length));
            done += length;
        }
    }

    /// <summary>The first byte that differs; -1 when none does.</summary>
    // Telling that pieces are equal is faster than telling where they differ, and most are: only the piece that differs is asked where.
    public static nint Mismatch(ref byte a, ref byte b, nint bytes, int piece = ComparedAtOnce)
    {
        for (nint start = 0; start < bytes; start += piece)
        {
            int length = (int)Math.Min(bytes - start, piece);
            ReadOnlySpan<byte> x = Span(ref a, start, length), y = Span(ref b, start, length);
            if (!x.SequenceEqual(y))
            {
                return start + x.CommonPrefixLength(y);
            }
        }

        return -1;
    }

    /// <summary>Fills a run with one value.</summary>
    public static void Fill<T>(ref byte destination, nint count, T value, int piece = Piece)
        where T : unmanaged
    {
        for (nint start = 0; start < count; start += piece)
        {
            Items<T>(ref destination, start, (int)Math.Min(count - start, piece)).Fill(value);
        }
    }

    /// <summary>The first item with these bits; -1 when there is none.</summary>
    public static nint IndexOf<T>(ref byte source, nint count, T value, int piece = Piece)
        where T : unmanaged, IEquatable<T>
    {
        for (nint start = 0; start < count; start += piece)
        {
            int found = Items<T>(ref source, start, (int)Math.Min(count - start, piece)).IndexOf(value);
            if (found >= 0)
            {
                return start + found;
            }
        }

        return -1;
    }

    /// <summary>How many items have these bits.</summary>
    public static nint Count<T>(ref byte source, nint count, T value, int piece = Piece)
        where T : unmanaged, IEquatable<T>
    {
        nint sum = 0;
        for (nint start = 0; start < count; start += piece)
        {
            sum += Items<T>(ref source, start, (int)Math.Min(count - start, piece)).Count(value);
        }

        return sum;
    }

    /// <summary>The first place of a pattern of 1 byte or more; -1 when there is none.</summary>
    public static nint IndexOf(ref byte source, nint bytes, ReadOnlySpan<byte> pattern, int piece = Piece)
    {
        // Pieces overlap by the pattern less one byte: a match across an edge lies whole in the piece before it.
        for (nint start = 0; start <= bytes - pattern.Length; start += piece)
        {
            int length = (int)Math.Min(bytes - start, Math.Min((long)piece + pattern.Length - 1, int.MaxValue));
            int found = Span(ref source, start, length).IndexOf(pattern);
            if (found >= 0)
            {
                return start + found;
            }
        }

        return -1;
    }

    /// <summary>Writes each item with its bytes reversed; the runs are one place, or do not meet.</summary>
    public static void Reverse<T>(ref byte destination, ref byte source, nint count, int piece = Piece)
        where T : unmanaged
    {
        for (nint start = 0; start < count; start += piece)
        {
            int length = (int)Math.Min(count - start, piece);
            ReverseItems(Items<T>(ref destination, start, length), Items<T>(ref source, start, length));
        }
    }

    private static void ReverseItems<T>(Span<T> destination, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        if (typeof(T) == typeof(ushort))
        {
            BinaryPrimitives.ReverseEndianness(As<T, ushort>(source), As<T, ushort>(destination));
        }
        else if (typeof(T) == typeof(uint))
        {
            BinaryPrimitives.ReverseEndianness(As<T, uint>(source), As<T, uint>(destination));
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(As<T, ulong>(source), As<T, ulong>(destination));
        }
    }

    // T is To, which only the run-time type test before the call knows.
    private static Span<To> As<T, To>(ReadOnlySpan<T> items)
        where T : unmanaged
        where To : unmanaged
        => MemoryMarshal.CreateSpan(ref Unsafe.As<T, To>(ref MemoryMarshal.GetReference(items)), items.Length);

    private static Span<byte> Span(ref byte run, nint start, int length) => MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref run, start), length);

    // Items need no alignment: span operations load and store them as vectors, which have none.
    private static Span<T> Items<T>(ref byte run, nint start, int count)
        where T : unmanaged
        => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Unsafe.As<byte, T>(ref run), start), count);
}
