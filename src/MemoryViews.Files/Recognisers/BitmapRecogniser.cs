using System;

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
            findings.Refuse(
                "pixels",
                Error.Packed("pixels", $"compressed ({header.CompressionName})", "save the picture uncompressed, as with ImageMagick's -compress none"));
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
        switch (header.Bits)
        {
            case 24 or 32 when header.Red >= 0:
                // Red, green and blue are bytes of the pixel, and green lies half way between the others.
                AddPlane(findings, header, "pixels", ", columns, red green blue", "B", header.Red, header.Width, header.Green - header.Red);
                if (header.Alpha >= 0)
                {
                    AddPlane(findings, header, "alpha", ", columns", "B", header.Alpha, header.Width);
                }

                break;
            case 16 or 32:
                AddPlane(findings, header, "pixels", ", columns; bits as the masks say", header.Bits == 32 ? "<I" : "<H", 0, header.Width);
                break;
            case 8:
                AddPlane(findings, header, "pixels", ", columns; entries of the palette", "B", 0, header.Width);
                break;
            default:
                string bits = header.Bits == 1 ? "1 bit" : $"{header.Bits} bits";
                findings.Refuse("pixels", Error.Packed("pixels", $"{bits} a pixel", "take 'rows', whose bytes hold them from the highest bit on"));
                AddPlane(findings, header, "rows", $", bytes of {8 / header.Bits} pixels", "B", 0, (header.Width * header.Bits + 7) / 8);
                break;
        }
    }

    // Items of every row from the top, with a third axis of the three colours where there is a distance from one to the next.
    private static void AddPlane(
        Findings findings, in BitmapHeader header, string name, string axes, string format, int place, long columns, int colourStep = 0)
    {
        long row = header.RowSize, step = header.IsTopDown ? row : -row, pixel = Math.Max(1, header.Bits / 8);
        long first = header.Offset + place + (header.IsTopDown ? 0 : (header.Height - 1) * row);
        ReadOnlySpan<long> shape = [header.Height, columns, 3], strides = [step, pixel, colourStep];
        int rank = colourStep == 0 ? 2 : 3;
        findings.Part(name, "rows from the top" + axes, format, shape[..rank], strides[..rank], first);
    }
}
