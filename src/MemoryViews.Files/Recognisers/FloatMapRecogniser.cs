using System.Globalization;

namespace MemoryViews.Files;

/// <summary>
/// PFM: "PF" (colour) or "Pf" (grey), width, height, and a scale whose sign is the byte order: negative for little-endian. Rows stand bottom-up, which a
/// negative stride turns round.
/// </summary>
internal static class FloatMapRecogniser
{
    public static RecognisedFile? Recognise(FileBytes raw)
    {
        if (raw.Length < 3 || !(raw.StartsWith("PF"u8) || raw.StartsWith("Pf"u8)) || !TextTokens.IsBlank(raw.U8(2)))
        {
            return null;
        }

        TextTokens tokens = new(raw, "float map", 2);
        if (!tokens.IsNumberNext())
        {
            return null;
        }

        long width = tokens.Number("the width"), height = tokens.Number("the height");
        string text = tokens.Word();
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) || scale == 0 || !double.IsFinite(scale))
        {
            throw Error.HeaderValue("float map", "the scale", $"'{text}'", "it is a number below 0 for little-endian and above 0 for big-endian floats");
        }

        FileBytes bytes = raw.As("float map", scale > 0);
        Findings findings = new(FileKind.FloatMap, raw.U8(1) == 'F' ? "Float map, colour" : "Float map, grey", bytes);
        findings.Field("width", width).Field("height", height).Field("scale", scale);
        AddPixels(findings, bytes, width, height, raw.U8(1) == 'F', tokens.EndHeader());
        return findings.ToFile();
    }

    // Width and height are below 2^31, a pixel 12 bytes at most: the start of the last row is below 2^66, so it is taken with saturation.
    private static void AddPixels(Findings findings, FileBytes bytes, long width, long height, bool isColour, long at)
    {
        long pixel = isColour ? 12 : 4, row = width * pixel, first = Extent.Plus(at, Extent.Times(height - 1, row));
        if (isColour)
        {
            findings.Part("pixels", "rows from the top, columns, red green blue", $"{bytes.Order}f", [height, width, 3], [-row, pixel, 4], first);
        }
        else
        {
            findings.Part("pixels", "rows from the top, columns", $"{bytes.Order}f", [height, width], [-row, pixel], first);
        }
    }
}
