using System;
using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Search for a run of bytes, of any length, in the C-order bytes of a view.</summary>
internal static class PatternKernels
{
    private const int LeastWindow = 1 << 14;

    /// <summary>The byte at which a pattern first stands at or after a start; -1 when it does not. An empty pattern stands everywhere.</summary>
    /// <param name="a">The items.</param>
    /// <param name="pattern">The bytes looked for.</param>
    /// <param name="start">The first byte of the stream where the match may begin; 0 or more.</param>
    /// <exception cref="ViewArgumentException">A pattern too long to be staged, in a view that is not contiguous.</exception>
    public static nint IndexOf(scoped in Operand a, scoped ReadOnlySpan<byte> pattern, nint start)
    {
        Debug.Assert(start >= 0, "A start from the end is resolved by the caller.");
        nint bytes = a.Layout.ByteLength;
        if (start > bytes || pattern.Length > bytes - start)
        {
            return -1;
        }

        if (pattern.IsEmpty)
        {
            return start;
        }

        return a.Layout.IsCContiguous ? InRun(in a, bytes, pattern, start) : InStream(in a, pattern, start);
    }

    private static nint InRun(scoped in Operand a, nint bytes, scoped ReadOnlySpan<byte> pattern, nint start)
    {
        nint found = ByteRun.IndexOf(ref Unsafe.AddByteOffset(ref a.First, start), bytes - start, pattern);
        return found < 0 ? -1 : start + found;
    }

    private static nint InStream(scoped in Operand a, scoped ReadOnlySpan<byte> pattern, nint start)
    {
        int length = (int)Math.Min(Math.Max(LeastWindow, 2L * pattern.Length), Array.MaxLength);
        if (length <= pattern.Length)
        {
            throw Error.PatternTooLong(pattern.Length, Array.MaxLength - 1);
        }

        byte[] window = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return InStream(in a, pattern, start, window);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(window);
        }
    }

    private static nint InStream(scoped in Operand a, scoped ReadOnlySpan<byte> pattern, nint start, Span<byte> window)
    {
        ByteStream<PatternSink> stream = new(new PatternSink(window, pattern, start), stackalloc byte[1024], a.Layout.ItemSize, start);
        stream.Run(in a);
        PatternSink sink = stream.Sink;
        if (sink.Found < 0)
        {
            sink.Search();
        }

        return sink.Found;
    }
}
