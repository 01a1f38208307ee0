using System;

namespace MemoryViews;

/// <summary>Ranges of typed views: they do not clamp, as those of spans do not.</summary>
internal static class TypedRange
{
    public static (nint Start, nint Count) Resolve(Range range, nint length)
    {
        nint start = range.Start.IsFromEnd ? length - range.Start.Value : range.Start.Value;
        nint end = range.End.IsFromEnd ? length - range.End.Value : range.End.Value;
        return start >= 0 && start <= end && end <= length ? (start, end - start) : throw Error.TypedRange(start, end - start, length);
    }
}
