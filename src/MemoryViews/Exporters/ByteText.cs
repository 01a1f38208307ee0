using System;
using System.Globalization;
using System.Text;

namespace MemoryViews;

/// <summary>Bytes as Python's literals show them, short whatever they hold.</summary>
internal static class ByteText
{
    private const int MostBytes = 64;

    /// <summary>"b'GET\x00'"; "b'...'..." where bytes were left out.</summary>
    public static string Literal(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> shown = bytes[..Math.Min(bytes.Length, MostBytes)];
        char quote = shown.Contains((byte)'\'') && !shown.Contains((byte)'"') ? '"' : '\'';
        StringBuilder text = new StringBuilder("b").Append(quote);
        foreach (byte value in shown)
        {
            Append(text, value, quote);
        }

        return text.Append(quote).Append(shown.Length < bytes.Length ? "..." : "").ToString();
    }

    private static void Append(StringBuilder text, byte value, char quote)
    {
        _ = value switch
        {
            (byte)'\t' => text.Append("\\t"),
            (byte)'\n' => text.Append("\\n"),
            (byte)'\r' => text.Append("\\r"),
            (byte)'\\' => text.Append("\\\\"),
            _ when value == quote => text.Append('\\').Append(quote),
            >= 0x20 and < 0x7F => text.Append((char)value),
            _ => text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}"),
        };
    }
}
