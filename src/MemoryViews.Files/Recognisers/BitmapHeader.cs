using System.Numerics;

namespace MemoryViews.Files;

/// <summary>The two headers of a bitmap. Places of colours are bytes within a pixel, -1 where the masks are no such bytes.</summary>
internal readonly record struct BitmapHeader(long Size, long Offset, long Width, long Height, bool IsTopDown, int Bits, long Compression)
{
    public const int CoreSize = 12;

    private const int FileHeaderSize = 14;
    private const int MasksAt = FileHeaderSize + 40;
    private const int Rgb = 0;
    private const int BitFields = 3;
    private const int AlphaBitFields = 6;

    public int Red { get; private init; } = -1;

    public int Green { get; private init; } = -1;

    public int Alpha { get; private init; } = -1;

    public long Colours { get; private init; }

    public int ColourSize => Size == CoreSize ? 3 : 4;

    public long PaletteAt => FileHeaderSize + Size;

    public bool IsCompressed => Compression is not (Rgb or BitFields or AlphaBitFields);

    // Rows end at a multiple of four bytes. Width is below 2^31 and a pixel at most 32 bits, so this is below 2^37.
    public long RowSize => (Width * Bits + 31) / 32 * 4;

    public string CompressionName => Compression switch
    {
        Rgb => "none",
        1 => "run lengths, 8 bits",
        2 => "run lengths, 4 bits",
        BitFields or AlphaBitFields => "none, masks",
        4 => "JPEG",
        5 => "PNG",
        _ => $"kind {Compression}",
    };

    /// <summary>The header, or null when this is no bitmap: two letters are too few to be sure, so sizes and planes have to be right as well.</summary>
    public static BitmapHeader? TryRead(FileBytes bytes)
    {
        if (!bytes.StartsWith("BM"u8) || bytes.Length < FileHeaderSize + CoreSize)
        {
            return null;
        }

        long size = bytes.U32(FileHeaderSize);
        if (size is not (CoreSize or 40 or 52 or 56 or 64 or 108 or 124))
        {
            return null;
        }

        bytes.Need(FileHeaderSize, size);
        bool isCore = size == CoreSize;
        int bits = bytes.U16(isCore ? 24 : 28);
        if (bits is not (1 or 2 or 4 or 8 or 16 or 24 or 32) || bytes.U16(isCore ? 22 : 26) != 1)
        {
            return null;
        }

        long height = isCore ? bytes.U16(20) : bytes.I32(22);
        long width = isCore ? bytes.U16(18) : bytes.I32(18), compression = isCore ? Rgb : bytes.U32(30);
        BitmapHeader header = new(size, bytes.U32(10), width, long.Abs(height), height < 0, bits, compression);
        return header.Width > 0 && header.Height > 0
            ? header.WithMasks(bytes).WithColours(isCore ? 0 : bytes.U32(46))
            : throw Error.HeaderValue("bitmap", "width and height", $"{header.Width}, {height}", "there is a row and a column at least");
    }

    private BitmapHeader WithMasks(FileBytes bytes) => (Bits, Compression) switch
    {
        (24, _) or (32, Rgb) => this with { Red = 2, Green = 1 },
        (32, BitFields or AlphaBitFields) =>
            WithMasks(bytes.U32(MasksAt), bytes.U32(MasksAt + 4), bytes.U32(MasksAt + 8), HasAlpha ? bytes.U32(MasksAt + 12) : 0),
        _ => this,
    };

    private bool HasAlpha => Size >= 56 || Compression == AlphaBitFields;

    private BitmapHeader WithMasks(uint red, uint green, uint blue, uint alpha)
    {
        int r = ByteOf(red), g = ByteOf(green), b = ByteOf(blue);
        bool isEven = r >= 0 && g >= 0 && b >= 0 && g - r == b - g && g != r;
        return isEven ? this with { Red = r, Green = g, Alpha = ByteOf(alpha) } : this;
    }

    private BitmapHeader WithColours(long used) =>
        Bits > 8 ? this : this with { Colours = used is > 0 and <= 256 ? used : 1 << Bits };

    // The byte a mask stands for, in little-endian order; -1 when it is none.
    private static int ByteOf(uint mask)
    {
        int shift = BitOperations.TrailingZeroCount(mask);
        return mask != 0 && shift % 8 == 0 && mask >> shift == 0xFF ? shift / 8 : -1;
    }
}
