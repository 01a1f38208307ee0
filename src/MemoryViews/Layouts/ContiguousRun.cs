namespace MemoryViews;

/// <summary>Items that lie one behind the other: a stretch of bytes in the view's memory.</summary>
/// <param name="Offset">The first byte, counted from byte 0 of the memory.</param>
/// <param name="Length">The number of bytes, 1 or more.</param>
public readonly record struct ContiguousRun(nint Offset, nint Length);
