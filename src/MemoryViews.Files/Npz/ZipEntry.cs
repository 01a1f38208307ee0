namespace MemoryViews.Files;

/// <summary>A member as the archive's directory tells it. Sizes and offsets in bytes; the offset is that of the local header.</summary>
internal readonly record struct ZipEntry(string Name, ushort Flags, ushort Method, uint Crc, long Compressed, long Size, long HeaderOffset)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    public bool IsEncrypted => (Flags & 1) != 0;

    public bool IsDirectory => Name.EndsWith('/');
}
