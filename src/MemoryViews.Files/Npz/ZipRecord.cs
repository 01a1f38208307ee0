using System.Text;

namespace MemoryViews.Files;

/// <summary>
/// A stored member being written. Its local header is padded with an extra field of no meaning, so that its data begins at a multiple of 64:
/// <code>
/// offset                                                                             a multiple of 64
/// | 30 bytes | name | zip64 field, 20 bytes, if the size needs it | padding field, 4 + n | npy header | items
/// </code>
/// </summary>
internal sealed class ZipRecord
{
    private const int Alignment = 64;
    private const int LocalBytes = 30;
    private const int FieldHead = 4;

    // The field zipalign uses for the same purpose: the alignment, then zeros.
    private const int PaddingField = 0xd935;
    private const int PaddingLeast = FieldHead + 2;

    private const int Version = 20;
    private const int WideVersion = 45;
    private const int Utf8Flag = 1 << 11;

    // 1980-01-01, the earliest day there is: equal arrays give equal archives.
    private const int Date = 0x21;

    private const uint OwnerReadsAndWrites = 0x8180u << 16;

    private readonly byte[] _name;
    private readonly int _flags;

    public ZipRecord(string name, long size, long offset)
    {
        _name = Encoding.UTF8.GetBytes(name);
        _flags = Ascii.IsValid(name) ? 0 : Utf8Flag;
        Size = size;
        Offset = offset;
        if (_name.Length > ushort.MaxValue)
        {
            throw Error.MemberName(name);
        }
    }

    public long Size { get; }

    public long Offset { get; }

    public uint Crc { get; set; }

    private bool IsWide => Size >= uint.MaxValue;

    public byte[] LocalHeader()
    {
        using ZipFields extra = new();
        if (IsWide)
        {
            extra.U16(1).U16(16).U64(Size).U64(Size);
        }

        AddPadding(extra);
        using ZipFields header = new();
        header.U32(0x04034b50);
        AddCommon(header, IsWide).U16(extra.Length).Raw(_name).Raw(extra.ToArray());
        return header.ToArray();
    }

    public byte[] DirectoryEntry()
    {
        using ZipFields wide = new();
        if (IsWide)
        {
            wide.U64(Size).U64(Size);
        }

        if (Offset >= uint.MaxValue)
        {
            wide.U64(Offset);
        }

        using ZipFields entry = new();
        bool hasWide = wide.Length > 0;

        // Made on Unix (3), so that the permissions in the external attributes are read.
        entry.U32(0x02014b50).U16((3 << 8) | (hasWide ? WideVersion : Version));
        AddCommon(entry, hasWide).U16(hasWide ? FieldHead + wide.Length : 0).U16(0).U16(0).U16(0).U32(OwnerReadsAndWrites).Narrow(Offset).Raw(_name);
        return hasWide ? entry.U16(1).U16(wide.Length).Raw(wide.ToArray()).ToArray() : entry.ToArray();
    }

    // What both records have in the same order: version, flags, method 0, time, date, checksum, both sizes, the name's length.
    private ZipFields AddCommon(ZipFields fields, bool isWide) =>
        fields.U16(isWide ? WideVersion : Version).U16(_flags).U16(ZipEntry.Stored).U16(0).U16(Date).U32(Crc).Narrow(Size).Narrow(Size).U16(_name.Length);

    private void AddPadding(ZipFields extra)
    {
        long end = Offset + LocalBytes + _name.Length + extra.Length + PaddingLeast;
        int zeros = (int)((Alignment - (end % Alignment)) % Alignment);
        extra.U16(PaddingField).U16(2 + zeros).U16(Alignment).Raw(new byte[zeros]);
    }
}
