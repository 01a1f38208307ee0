namespace MemoryViews.Stress.Races;

/// <summary>The kinds of memory that are closed under readers.</summary>
internal enum MemoryKind
{
    /// <summary>Pages of our own: zeros take their place when they close.</summary>
    Pages,

    /// <summary>A little from the C heap: readable until the block's finalizer frees it.</summary>
    SmallHeap,

    /// <summary>As <see cref="Pages"/>, made as on a system that cannot replace pages: accesses are counted, closing frees.</summary>
    Counted,

    /// <summary>Somebody else's, poisoned and taken away when it comes back.</summary>
    Borrowed,

    MappedReadOnly,
    MappedReadWrite,
    MappedCopyOnWrite,

    /// <summary>Bytes that are resized, and poisoned, as soon as nobody holds them.</summary>
    Resized,
}
