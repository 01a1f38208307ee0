using System.IO;

namespace MemoryViews.Command;

/// <summary><c>memview hex</c>.</summary>
internal static class HexVerb
{
    public static void Run(TextWriter writer, Palette palette, ChosenView chosen, string format)
    {
        HexFormat printer = format switch
        {
            "xxd" => new XxdFormat(writer, palette),
            "canonical" => new CanonicalFormat(writer, palette),
            _ => new PlainFormat(writer, palette, chosen),
        };
        using ByteLines lines = new(chosen);
        while (lines.Next())
        {
            printer.Line(lines);
        }

        printer.End(lines);
    }
}
