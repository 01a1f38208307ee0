using System;
using System.IO;

namespace MemoryViews.Samples.ImageInPlace;

/// <summary>Uncompressed bitmaps of 24 bits a pixel.</summary>
internal static class Bitmap
{
    private const int HeaderSize = 54;
    private const string Header = "T{<2s:magic:I:size:I:reserved:I:offset:I:header:i:width:i:height:H:planes:H:bits:I:compression:}";
    private const int ReadSize = 34;

    /// <summary>
    /// The pixels as (height, width, 3): row 0 at the top, red first.
    /// <code>
    ///   in the file   |row h-1: BGR BGR .. pad|row h-2 ...|...|row 0: BGR BGR .. pad|
    ///   the view      starts at the last row's third byte: strides (-row, 3, -1)
    /// </code>
    /// </summary>
    public static MemoryView Pixels(MemoryView file)
    {
        MemoryView header = file.Slice(0, ReadSize).Cast(Header).Reshape();
        if (!file[..2].ContentEquals(new Bytes("BM"u8)) || header["bits"].Get<int>() != 24 || header["compression"].Get<int>() != 0)
        {
            throw new InvalidDataException("Bitmaps of 24 bits a pixel without compression can be edited.");
        }

        nint width = header["width"].Get<nint>(), height = header["height"].Get<nint>(), start = header["offset"].Get<nint>();
        nint row = RowSize(width);
        Layout layout = Layout.Strided(1, [height, width, 3], [-row, 3, -1], start + ((height - 1) * row) + 2);
        return file.WithLayout(ItemFormat.Of<byte>(), layout);   // checked: a header that lies is refused
    }

    /// <summary>A bitmap with a slope of grey and a red left half.</summary>
    public static byte[] Draw(int width, int height)
    {
        byte[] file = new byte[HeaderSize + (height * RowSize(width))];
        using MemoryView view = file.AsMemoryView();
        MemoryView header = view[..ReadSize].Cast(Header).Reshape();
        header["magic"].CopyFromBytes("BM"u8);
        Set(header, ("size", file.Length), ("offset", HeaderSize), ("header", 40), ("width", width), ("height", height), ("planes", 1), ("bits", 24));

        MemoryView pixels = Pixels(view);
        for (int x = 0; x < width; x++)
        {
            pixels[.., x].Fill((byte)(x * 255 / (width - 1)));
        }

        pixels[.., ..(width / 2), 0].Fill<byte>(255);
        return file;
    }

    private static void Set(MemoryView header, params ReadOnlySpan<(string Field, int Value)> values)
    {
        foreach ((string field, int value) in values)
        {
            header[field].Set([], value);
        }
    }

    // Rows are padded to 4 bytes. A header's width is an int, so three times as much does not overflow.
    private static nint RowSize(nint width) => ((width * 3) + 3) & ~3;
}
