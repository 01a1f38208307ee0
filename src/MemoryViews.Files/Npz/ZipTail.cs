namespace MemoryViews.Files;

/// <summary>The records at the end of an archive; in zip64 form where a number asks for it.</summary>
internal static class ZipTail
{
    public static byte[] Write(int count, long start, long bytes)
    {
        using ZipFields tail = new();
        if (count >= ushort.MaxValue || start >= uint.MaxValue || bytes >= uint.MaxValue)
        {
            tail.U32(0x06064b50).U64(44).U16(45).U16(45).U32(0).U32(0).U64(count).U64(count).U64(bytes).U64(start);
            tail.U32(0x07064b50).U32(0).U64(start + bytes).U32(1);
        }

        int narrow = count >= ushort.MaxValue ? ushort.MaxValue : count;
        return tail.U32(0x06054b50).U16(0).U16(0).U16(narrow).U16(narrow).Narrow(bytes).Narrow(start).U16(0).ToArray();
    }
}
