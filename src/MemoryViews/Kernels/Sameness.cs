namespace MemoryViews;

/// <summary>Chooses what "the same" means.</summary>
internal static class Sameness
{
    /// <summary>Equal bytes.</summary>
    public static nint OfBytes<TTask>(nint itemSize, scoped ref TTask task)
        where TTask : struct, ISameTask, allows ref struct
        => itemSize switch
        {
            1 => task.Run(default(SameBytes<byte>)),
            2 => task.Run(default(SameBytes<ushort>)),
            4 => task.Run(default(SameBytes<uint>)),
            8 => task.Run(default(SameBytes<ulong>)),
            _ => task.Run(new SameAnyBytes((int)itemSize)),
        };
}
