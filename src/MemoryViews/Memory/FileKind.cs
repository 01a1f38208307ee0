namespace MemoryViews;

/// <summary>What a path leads to.</summary>
internal enum FileKind
{
    /// <summary>The system was not asked, or did not tell; opening it will.</summary>
    Unknown,
    Regular,
    Directory,

    /// <summary>Opening one waits for the other end, so nothing may open it merely to look.</summary>
    Pipe,
    Socket,
    CharacterDevice,
    BlockDevice,
}
