using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>Every refusal of the command is made here, one method for each place that refuses.</summary>
internal static partial class Error
{
    private const int MostQuoted = 60;

    /// <summary>Text from outside, cut and without control characters: a message stays one line and moves no terminal.</summary>
    public static string Quote(string text)
    {
        string cut = text.Length <= MostQuoted ? text : text[..MostQuoted] + "…";
        return $"'{Plain(cut)}'";
    }

    /// <summary>Text from outside with every control character shown as \xNN.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.AsSpan().ContainsAnyInRange('\x7f', '\x9f'))
        {
            return text;
        }

        System.Text.StringBuilder plain = new(text.Length);
        foreach (char c in text)
        {
            _ = char.IsControl(c) ? plain.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}") : plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>A picture of the text with a caret under the character the trouble is at.</summary>
    private static string Caret(string text, int position)
    {
        const int Reach = 60;
        int start = Math.Max(0, position - Reach), end = Math.Min(text.Length, position + Reach);
        string head = start > 0 ? "…" : "", tail = end < text.Length ? "…" : "";
        string window = head + OneLine(text[start..end]) + tail;
        return $"    {window}\n    {new string(' ', head.Length + position - start)}^";
    }

    // One character stays one column, so the caret stays under it.
    private static string OneLine(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) ? '?' : source[i];
        }
    });

    private static string Count(Int128 number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bytes(Int128 number) => number == 1 ? "1 byte" : Count(number) + " bytes";
}
