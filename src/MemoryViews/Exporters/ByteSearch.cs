using System;

namespace MemoryViews;

/// <summary>Search in a run of bytes, with Python's meaning of bounds: <c>find</c>, <c>rfind</c>, <c>count</c>.</summary>
internal static class ByteSearch
{
    /// <summary>The part between two bounds, which count from the end where negative and are clamped; false when they lie the wrong way round.</summary>
    public static bool TryPart(ReadOnlySpan<byte> bytes, nint start, nint? stop, out ReadOnlySpan<byte> part, out int first)
    {
        nint low = Clamp(start, bytes.Length, beyond: true), high = Clamp(stop ?? bytes.Length, bytes.Length, beyond: false);
        bool isPart = low <= high;
        first = isPart ? (int)low : 0;
        part = isPart ? bytes[first..(int)high] : default;
        return isPart;
    }

    public static nint IndexOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> pattern, nint start, nint? stop)
        => TryPart(bytes, start, stop, out ReadOnlySpan<byte> part, out int first) && part.IndexOf(pattern) is >= 0 and int found ? first + found : -1;

    public static nint LastIndexOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> pattern, nint start, nint? stop)
    {
        if (!TryPart(bytes, start, stop, out ReadOnlySpan<byte> part, out int first))
        {
            return -1;
        }

        // Nothing is last found at the end, as in Python.
        int found = pattern.IsEmpty ? part.Length : part.LastIndexOf(pattern);
        return found < 0 ? -1 : first + found;
    }

    /// <summary>How often a pattern stands there without overlap; an empty one stands before each byte and at the end.</summary>
    public static nint Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> pattern, nint start, nint? stop)
    {
        if (!TryPart(bytes, start, stop, out ReadOnlySpan<byte> part, out _))
        {
            return 0;
        }

        return pattern.IsEmpty ? (nint)part.Length + 1 : part.Count(pattern);
    }

    // A start beyond the end finds nothing, not even nothing: it keeps its place behind every stop.
    private static nint Clamp(nint bound, nint length, bool beyond)
    {
        nint at = bound < 0 ? Math.Max(0, bound + length) : bound;
        return at <= length ? at : beyond ? length + 1 : length;
    }
}
