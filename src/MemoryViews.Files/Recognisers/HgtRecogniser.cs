using System;
using System.Globalization;

namespace MemoryViews.Files;

/// <summary>
/// hgt: heights in metres, big-endian, rows from the north, and no header at all. The size tells how many there are; the name, such as N45E006.hgt, tells
/// the south-west corner.
/// </summary>
internal static class HgtRecogniser
{
    private const string Suffix = ".hgt";
    private const int VoidHeight = -32768;

    private static readonly (long Rows, long Columns)[] s_shapes = [(1201, 1201), (3601, 3601), (3601, 1801)];

    public static RecognisedFile? Recognise(FileBytes raw, string? name)
    {
        bool isNamed = name is not null && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
        if (name is not null && !isNamed)
        {
            return null;
        }

        (double South, double West)? corner = isNamed ? CornerOf(name!) : null;
        foreach ((long rows, long columns) in s_shapes)
        {
            if (raw.Length == rows * columns * 2)
            {
                return Describe(raw, rows, columns, corner);
            }
        }

        return corner is null ? null : throw Error.HeaderValue("hgt file", "its size", $"{raw.Length} bytes", "files have 2884802, 12967202 or 25934402 bytes");
    }

    private static RecognisedFile Describe(FileBytes raw, long rows, long columns, (double South, double West)? corner)
    {
        Findings findings = new(FileKind.Hgt, "SRTM heights", raw);
        findings.Field("rows", rows).Field("columns", columns).Field("no height", (long)VoidHeight);
        if (corner is { } place)
        {
            findings.Field("south", place.South).Field("west", place.West);
        }

        return findings.Part("heights", "rows from the north, columns from the west; metres", ">h", [rows, columns], [2 * columns, 2], 0).ToFile();
    }

    // N45E006.hgt: degrees of latitude in two digits, of longitude in three.
    private static (double South, double West)? CornerOf(string name)
    {
        bool isPlace = name.Length == 11 && name[0] is 'N' or 'S' or 'n' or 's' && name[3] is 'E' or 'W' or 'e' or 'w';
        if (!isPlace || !Degrees(name.AsSpan(1, 2), out int latitude) || !Degrees(name.AsSpan(4, 3), out int longitude))
        {
            return null;
        }

        return (name[0] is 'S' or 's' ? -latitude : latitude, name[3] is 'W' or 'w' ? -longitude : longitude);
    }

    private static bool Degrees(ReadOnlySpan<char> text, out int degrees) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out degrees);
}
