using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace MemoryViews.Command;

/// <summary>Text from a file: UTF-8 up to the NULs at its end. Bad bytes and control characters are shown as \xNN, so no file can steer a terminal.</summary>
internal static class FieldText
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd((byte)0);
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used);
            if (status == OperationStatus.Done)
            {
                Append(text, rune);
            }
            else
            {
                for (int i = 0; i < used; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\x{bytes[i]:x2}");
                }
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }

    public static string Of(string wide)
    {
        StringBuilder text = new(wide.Length);
        foreach (Rune rune in wide.TrimEnd('\0').EnumerateRunes())
        {
            Append(text, rune);
        }

        return text.ToString();
    }

    /// <summary>'text', with quotes in it escaped.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static void Append(StringBuilder text, Rune rune)
    {
        if (Rune.IsControl(rune))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        }
        else if (IsInvisible(rune))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        else
        {
            text.Append(rune);
        }
    }

    // Line separators and marks that turn the writing direction would tear a table apart.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
