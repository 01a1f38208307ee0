namespace MemoryViews;

/// <summary>What may be done to a mapped file.</summary>
public enum MapAccess
{
    /// <summary>Views are read-only.</summary>
    ReadOnly,

    /// <summary>Writes go to the file.</summary>
    ReadWrite,

    /// <summary>Writes stay in this process; the file is opened for reading only.</summary>
    CopyOnWrite,
}
