namespace MemoryViews.Files;

/// <summary>
/// Windows and OS/2 bitmaps. Rows are padded to four bytes and stand bottom-up, pixels are blue, green, red; strides turn both round:
/// <code>
///   offset   | B G R | B G R | pad |      the picture's last row
///            | B G R | B G R | pad |      ...
///            | B G R*| B G R | pad |      its first row; * is item (0, 0, 0) of the view (h, w, 3), strides (-row, 3, -1)
/// </code>
/// </summary>
internal static class BitmapRecogniser
{
    public static RecognisedFile? Recognise(FileBytes raw)
    {
        FileBytes bytes = raw.As("bitmap", isBigEndian: false);
        if (BitmapHeader.TryRead(bytes) is not { } header)
        {
            return null;
        }

        Findings findings = new(FileKind.Bitmap, header.Size == BitmapHeader.CoreSize ? "OS/2 bitmap" : "Windows bitmap", bytes);
        findings.Field("width", header.Width).Field("height", header.Height).Field("bits", (long)header.Bits).Field("compression", header.CompressionName);
        findings.Field("rows", header.IsTopDown ? "from the top" : "from the bottom").Field("offset", header.Offset);
        if (header.IsCompressed)
        {
            findings.Refuse("pixels", Error.Packed("pixels", $"compressed ({header.CompressionName})", "save the picture uncompressed, such as ImageMagick's -compress none"));
        }
        else
        {
            AddPixels(findings, header);
        }

        if (header.Bits <= 8)
        {
            findings.Part("palette", "entries, red green blue", FileBytes.ByteFormat, [header.Colours, 3], [header.ColourSize, -1], header.PaletteAt + 2);
        }

        return findings.ToFile();
    }

    private static void AddPixels(Findings findings, in BitmapHeader header)
    {
        long row = header.RowSize, first = header.IsTopDown ? header.Offset : header.Offset + (header.Height - 1) * row, step = header.IsTopDown ? row : -row;
        switch (header.Bits)
        {
            case 24 or 32 when header.Red >= 0:
                // Red, green and blue are bytes of the pixel, and green lies half way between the others.
                int size = header.Bits / 8;
                findings.Part(
                    "pixels", "rows from the top, columns, red green blue", FileBytes.ByteFormat,
                    [header.Height, header.Width, 3], [step, size, header.Green - header.Red], first + header.Red);
                if (header.Alpha >= 0)
                {
                    findings.Part("alpha", "rows from the top, columns", FileBytes.ByteFormat, [header.Height, header.Width], [step, size], first + header.Alpha);
                }

                break;
            case 32:
                findings.Part("pixels", "rows from the top, columns; bits as the masks say", "<I", [header.Height, header.Width], [step, 4], first);
                break;
            case 16:
                findings.Part("pixels", "rows from the top, columns; bits as the masks say", "<H", [header.Height, header.Width], [step, 2], first);
                break;
            case 8:
                findings.Part("pixels", "rows from the top, columns; entries of the palette", FileBytes.ByteFormat, [header.Height, header.Width], [step, 1], first);
                break;
            default:
                findings.Refuse("pixels", Error.Packed("pixels", $"{header.Bits} bits a pixel, less than a byte", "take 'rows', whose bytes hold them from the highest bit on"));
                findings.Part(
                    "rows", $"rows from the top, bytes of {8 / header.Bits} pixels", FileBytes.ByteFormat,
                    [header.Height, (header.Width * header.Bits + 7) / 8], [step, 1], first);
                break;
        }
    }
}
