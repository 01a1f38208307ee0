using System;
using System.Buffers.Binary;

namespace MemoryViews.Files;

/// <summary>The data of one member: where it lies, or its inflated copy.</summary>
internal static class ZipMember
{
    private const uint LocalSignature = 0x04034b50;
    private const int LocalBytes = 30;

    // Deflate gives 258 bytes for two bits at best: 1032 for each byte, and a little for the last ones.
    private const long MostRatio = 1032;

    /// <summary>The bytes as they are in the file.</summary>
    public static MemoryView Raw(ZipBytes file, in ZipEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw Error.Encrypted(entry.Name);
        }

        Span<byte> header = stackalloc byte[LocalBytes];
        file.Read(entry.HeaderOffset, header, entry.Name);
        ZipBytes.Expect(header, LocalSignature, entry.Name);

        // The read has shown that the offset is inside the file, so adding what fits 18 bits cannot overflow.
        long start = entry.HeaderOffset + LocalBytes
            + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (entry.Method == ZipEntry.Stored && entry.Compressed != entry.Size)
        {
            throw Error.StoredSizes(entry.Name, entry.Compressed, entry.Size);
        }

        return file.Part(start, entry.Compressed, entry.Name);
    }

    /// <summary>A deflated member in native memory, checked against its size and its checksum.</summary>
    /// <param name="raw">The member as it is in the file.</param>
    /// <param name="entry">What the directory says of it.</param>
    /// <param name="left">How many bytes it may take.</param>
    public static NativeBuffer Inflate(MemoryView raw, in ZipEntry entry, long left)
    {
        if (entry.Size < 0 || entry.Size > left)
        {
            throw Error.InflatedTooLarge(entry.Name, entry.Size, left);
        }

        // Compressed is at most the file's length, so the product of a file below 2^53 bytes fits; beyond that nothing is refused here.
        long most = entry.Compressed >= long.MaxValue / (2 * MostRatio) ? long.MaxValue : (entry.Compressed * MostRatio) + MostRatio;
        if (entry.Size > most)
        {
            throw Error.InflatedRatio(entry.Name, entry.Compressed, entry.Size);
        }

        return Inflater.Inflate(raw, entry);
    }
}
