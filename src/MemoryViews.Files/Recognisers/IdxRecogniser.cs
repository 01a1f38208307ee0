using System;

namespace MemoryViews.Files;

/// <summary>
/// IDX: two zero bytes, a type, a rank, the lengths as big-endian numbers of four bytes, and the items in C order, big-endian. The mark is weak, so the size
/// has to be right to the byte, unless the file is named after the format.
/// </summary>
internal static class IdxRecogniser
{
    public static RecognisedFile? Recognise(FileBytes raw, string? name)
    {
        if (raw.Length < 4 || raw.U16(0) != 0 || FormatOf(raw.U8(2)) is not { } format || raw.U8(3) is 0 or > Layout.MaxRank)
        {
            return null;
        }

        FileBytes bytes = raw.As("IDX file", isBigEndian: true);
        int rank = bytes.U8(3);
        long start = 4 + 4L * rank;
        bool isNamed = name is not null && name.Contains("idx", StringComparison.OrdinalIgnoreCase);
        if (!isNamed && bytes.Length < start)
        {
            return null;
        }

        long[] shape = new long[rank], strides = new long[rank];
        long size = format.Size;
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            shape[axis] = bytes.U32(4 + 4 * axis);
            strides[axis] = size;
            size = Extent.Times(size, shape[axis]);
        }

        if (!isNamed && bytes.Length - start != size)
        {
            return null;
        }

        Findings findings = new(FileKind.Idx, "IDX array", bytes);
        findings.Field("type", format.Text).Field("shape", string.Join(" x ", shape));
        return findings.Part("items", "the array", format, shape, strides, start).ToFile();
    }

    private static ItemFormat? FormatOf(byte type) => type switch
    {
        0x08 => FileBytes.ByteFormat,
        0x09 => ItemFormat.Parse("b"),
        0x0B => ItemFormat.Parse(">h"),
        0x0C => ItemFormat.Parse(">i"),
        0x0D => ItemFormat.Parse(">f"),
        0x0E => ItemFormat.Parse(">d"),
        _ => null,
    };
}
