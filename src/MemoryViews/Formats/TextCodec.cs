using System;
using System.Text;

namespace MemoryViews;

/// <summary>Text of a fixed number of units: UTF-16 for u, one code point a unit for w.</summary>
internal static class TextCodec
{
    public static string Read(FormatSlot slot, ReadOnlySpan<byte> bytes)
    {
        int length = (int)slot.Length;
        StringBuilder text = new(length);
        for (int i = 0; i < length; i++)
        {
            if (slot.Kind == ScalarKind.Utf16)
            {
                text.Append((char)ScalarCodec.Read<ushort>(slot.IsSwapped, in bytes[i * 2]));
            }
            else
            {
                AppendCodePoint(text, ScalarCodec.Read<uint>(slot.IsSwapped, in bytes[i * 4]));
            }
        }

        return slot.IsCounted ? text.ToString().TrimEnd('\0') : text.ToString();
    }

    /// <summary>Stores a text and fills the rest with NULs. Lone surrogates become U+FFFD in w, and stay as they are in u.</summary>
    public static void Write(FormatSlot slot, Span<byte> bytes, object? value, string format)
    {
        string text = value switch
        {
            string s => s,
            char c => c.ToString(),
            Rune rune => rune.ToString(),
            _ => throw Error.ValueType(format, ValueText.Of(value), "a string or a char"),
        };
        bool wide = slot.Kind == ScalarKind.Utf32;
        int units = wide ? CountRunes(text) : text.Length;
        if (units > slot.Length || (!slot.IsCounted && units != 1))
        {
            throw Error.TextLength(format, units, slot.Length);
        }

        int size = wide ? 4 : 2, at = 0;
        bytes[..((int)slot.Length * size)].Clear();
        if (wide)
        {
            foreach (Rune rune in text.EnumerateRunes())
            {
                ScalarCodec.Write(slot.IsSwapped, ref bytes[size * at++], (uint)rune.Value);
            }
        }
        else
        {
            foreach (char c in text)
            {
                ScalarCodec.Write(slot.IsSwapped, ref bytes[size * at++], (ushort)c);
            }
        }
    }

    private static int CountRunes(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static void AppendCodePoint(StringBuilder text, uint codePoint) =>
        text.Append((Rune.IsValid(codePoint) ? new Rune(codePoint) : Rune.ReplacementChar).ToString());
}
