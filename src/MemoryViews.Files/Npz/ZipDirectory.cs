using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace MemoryViews.Files;

/// <summary>
/// The directory of a zip archive, read from its end:
/// <code>
/// | member | member | ... | directory: one record a member | (zip64 end, its locator) | end: 22 bytes | comment |
///   local header, name, extra, data
/// </code>
/// Every member costs 46 bytes of the file at least, so what is kept is in proportion to the file.
/// </summary>
internal static class ZipDirectory
{
    private const uint EntrySignature = 0x02014b50;
    private const int EntryBytes = 46;
    private const ushort Utf8Flag = 1 << 11;

    public static List<ZipEntry> Read(ZipBytes file)
    {
        ZipEnd end = ZipEnd.Find(file);
        List<ZipEntry> entries = [];
        long at = end.DirectoryStart, stop = end.DirectoryStart + end.DirectoryBytes;
        Span<byte> record = stackalloc byte[EntryBytes];
        while (at < stop)
        {
            file.Read(at, record, "the directory");
            ZipBytes.Expect(record, EntrySignature, "the directory");
            int nameBytes = U16(record, 28), extraBytes = U16(record, 30), commentBytes = U16(record, 32);
            byte[] tail = new byte[nameBytes + extraBytes];
            file.Read(at + EntryBytes, tail, "the directory");
            entries.Add(Parse(record, tail.AsSpan(0, nameBytes), tail.AsSpan(nameBytes), end.Shift));

            // At most 46 + 3 * 65535 a turn, and never beyond the file, whose reads are checked: no overflow.
            at += EntryBytes + nameBytes + extraBytes + commentBytes;
        }

        return entries;
    }

    private static ZipEntry Parse(ReadOnlySpan<byte> record, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long shift)
    {
        ushort flags = U16(record, 8);
        Encoding encoding = (flags & Utf8Flag) != 0 ? Encoding.UTF8 : Encoding.Latin1;
        long compressed = U32(record, 20), size = U32(record, 24), offset = U32(record, 42);
        if (compressed == uint.MaxValue || size == uint.MaxValue || offset == uint.MaxValue)
        {
            Widen(extra, ref size, ref compressed, ref offset);
        }

        // Written as it is read: an offset that passes 63 bits has come out negative, and every read refuses those.
        return new ZipEntry(encoding.GetString(name), flags, U16(record, 10), U32(record, 16), compressed, size, unchecked(offset + shift));
    }

    // The zip64 field holds, in this order, those of the three that did not fit 32 bits.
    private static void Widen(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long offset)
    {
        const ushort Zip64 = 1;
        while (extra.Length >= 4)
        {
            ushort id = U16(extra, 0), length = U16(extra, 2);
            if (id == Zip64 && length <= extra.Length - 4)
            {
                ReadOnlySpan<byte> field = extra.Slice(4, length);
                TakeWide(ref field, ref size);
                TakeWide(ref field, ref compressed);
                TakeWide(ref field, ref offset);
                return;
            }

            extra = extra[Math.Min(extra.Length, 4 + length)..];
        }
    }

    private static void TakeWide(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value == uint.MaxValue && field.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
