using System;

namespace MemoryViews;

/// <summary>Takes the bytes of a view one block after another.</summary>
internal interface IByteSink
{
    /// <summary>Takes the next block; false ends the stream.</summary>
    bool Take(scoped ReadOnlySpan<byte> block);
}
