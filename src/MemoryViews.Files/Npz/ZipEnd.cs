using System;
using System.Buffers.Binary;

namespace MemoryViews.Files;

/// <summary>
/// Where an archive's directory lies. Offsets in archives count from the archive's start, which <see cref="Shift"/> adds to when something stands in front
/// of it in the file.
/// </summary>
internal readonly record struct ZipEnd(long DirectoryStart, long DirectoryBytes, long Shift)
{
    private const uint EndSignature = 0x06054b50;
    private const uint LocatorSignature = 0x07064b50;
    private const uint WideSignature = 0x06064b50;
    private const int EndBytes = 22;
    private const int LocatorBytes = 20;
    private const int WideBytes = 56;

    public static ZipEnd Find(ZipBytes file)
    {
        long at = FindRecord(file);
        Span<byte> end = stackalloc byte[EndBytes];
        file.Read(at, end, "the end record");
        long bytes = U32(end, 12), offset = U32(end, 16), stop = at;
        if (bytes == uint.MaxValue || offset == uint.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(end[10..]) == ushort.MaxValue)
        {
            ReadWide(file, ref bytes, ref offset, ref stop);
        }

        // The directory ends where the end records begin; both numbers come from the file, so they are compared, not trusted.
        if (bytes < 0 || offset < 0 || bytes > stop || offset > stop - bytes)
        {
            throw Error.ZipDirectoryPlace(offset, bytes, stop);
        }

        return new ZipEnd(stop - bytes, bytes, stop - bytes - offset);
    }

    // The record stands at the very end, unless there is a comment of up to 64 KiB, whose length it tells.
    private static long FindRecord(ZipBytes file)
    {
        int length = (int)Math.Min(file.Length, EndBytes + ushort.MaxValue);
        byte[] tail = new byte[length];
        file.Read(file.Length - length, tail, "the end record");
        for (int at = length - EndBytes; at >= 0; at--)
        {
            ReadOnlySpan<byte> record = tail.AsSpan(at);
            if (U32(record, 0) == EndSignature && BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) <= record.Length - EndBytes)
            {
                return file.Length - length + at;
            }
        }

        throw Error.NotZip();
    }

    private static void ReadWide(ZipBytes file, ref long bytes, ref long offset, ref long stop)
    {
        if (stop < LocatorBytes + WideBytes)
        {
            return;
        }

        Span<byte> record = stackalloc byte[WideBytes];
        file.Read(stop - LocatorBytes, record[..LocatorBytes], "the zip64 locator");
        if (U32(record, 0) != LocatorSignature)
        {
            return;
        }

        stop -= LocatorBytes + WideBytes;
        file.Read(stop, record, "the zip64 end record");
        ZipBytes.Expect(record, WideSignature, "the zip64 end record");
        bytes = BinaryPrimitives.ReadInt64LittleEndian(record[40..]);
        offset = BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
