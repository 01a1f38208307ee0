using System;

namespace MemoryViews.Command;

/// <summary>The part of a stream that will be looked at. The rest is read past and not kept.</summary>
/// <param name="Skip">Bytes at the beginning that nobody asks for.</param>
/// <param name="Length">Bytes kept after them at most; null for all there are.</param>
internal readonly record struct StreamWindow(long Skip, long? Length)
{
    /// <summary>What <c>--skip</c> and <c>--length</c> leave of a stream; a skip from the end needs all of it.</summary>
    public static StreamWindow Of(Int128 skip, Int128? length) => skip < 0
        ? new(0, null)
        : new((long)Int128.Min(skip, long.MaxValue), length is { } most ? (long)Int128.Min(most, long.MaxValue) : null);
}
