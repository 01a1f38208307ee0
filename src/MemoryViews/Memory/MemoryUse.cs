namespace MemoryViews;

/// <summary>What an operation does with the bytes it opens. Matters only where they are not touched in place.</summary>
internal enum MemoryUse
{
    /// <summary>They are read.</summary>
    Read,

    /// <summary>Every byte of every item is written, whatever was there.</summary>
    Overwrite,

    /// <summary>Parts of items are written, or they are read first.</summary>
    Update,
}
