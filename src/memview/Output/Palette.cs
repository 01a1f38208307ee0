using System.IO;

namespace MemoryViews.Command;

/// <summary>The sixteen colours of the terminal's theme, or none. Colour only repeats what the characters say.</summary>
internal readonly record struct Palette(bool IsOn)
{
    public const string Dim = "\x1b[90m";
    public const string Bold = "\x1b[1m";
    public const string Cyan = "\x1b[36m";
    public const string Green = "\x1b[32m";
    public const string Magenta = "\x1b[35m";
    public const string Yellow = "\x1b[33m";

    private const string Reset = "\x1b[0m";

    /// <summary>Writes a text in a colour.</summary>
    public void Write(TextWriter writer, string colour, string text)
    {
        Begin(writer, colour);
        writer.Write(text);
        End(writer);
    }

    public void Begin(TextWriter writer, string colour)
    {
        if (IsOn)
        {
            writer.Write(colour);
        }
    }

    public void End(TextWriter writer)
    {
        if (IsOn)
        {
            writer.Write(Reset);
        }
    }
}
