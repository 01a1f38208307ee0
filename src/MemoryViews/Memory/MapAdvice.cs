namespace MemoryViews;

/// <summary>What a program is about to do with a part of a mapped file. Advice changes how fast bytes come, never what they are.</summary>
/// <remarks>
/// What each system does with it; where nothing stands, <see cref="MappedFile.Advise"/> does nothing and answers false.
/// <code>
///                 Linux                            macOS           Windows
///   Normal        MADV_NORMAL                      MADV_NORMAL
///   Sequential    MADV_SEQUENTIAL                  MADV_SEQUENTIAL
///   Random        MADV_RANDOM                      MADV_RANDOM
///   WillNeed      MADV_WILLNEED                    MADV_WILLNEED   PrefetchVirtualMemory
///   DontNeed      MADV_DONTNEED; of a copy on      MADV_DONTNEED;
///                 write MADV_COLD, which keeps     not of a copy
///                 what was written                 on write
///   Populate      MADV_POPULATE_READ (Linux 5.14)  MADV_WILLNEED   PrefetchVirtualMemory
///   HugePages     MADV_HUGEPAGE
///   NoHugePages   MADV_NOHUGEPAGE
/// </code>
/// </remarks>
public enum MapAdvice
{
    /// <summary>Nothing special: takes other advice on access back.</summary>
    Normal,

    /// <summary>From front to back: the system reads far ahead and forgets early.</summary>
    Sequential,

    /// <summary>Here and there: the system reads the page touched and nothing around it, which may be megabytes otherwise.</summary>
    Random,

    /// <summary>Soon: the system begins to read; the call does not wait.</summary>
    WillNeed,

    /// <summary>Not soon: memory may go back to the system. Touched again, the bytes are read again; nothing written is lost.</summary>
    DontNeed,

    /// <summary>Now: the call returns when the bytes are in memory. Elsewhere than on Linux as <see cref="WillNeed"/>.</summary>
    Populate,

    /// <summary>In large pages, where the file system has them: fewer misses when much is touched at random.</summary>
    HugePages,

    /// <summary>In small pages only.</summary>
    NoHugePages,
}
