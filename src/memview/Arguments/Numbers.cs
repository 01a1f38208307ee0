using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>Numbers as they are typed: 10, -16, 0x200, 1_000, 64KiB, 5GiB, 10MB. One way in every culture.</summary>
internal static class Numbers
{
    /// <summary>The number of a text, with its unit multiplied in.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Int128 value)
    {
        value = 0;
        ReadOnlySpan<char> rest = text.Trim();
        bool negative = rest.StartsWith('-');
        rest = negative || rest.StartsWith('+') ? rest[1..] : rest;
        bool hex = rest.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        rest = hex ? rest[2..] : rest;
        int digits = hex ? rest.Length : DigitsOf(rest);
        if (!TryDigits(rest[..digits], hex, out Int128 number) || UnitOf(rest[digits..]) is not { } unit)
        {
            return false;
        }

        // 25 digits and a unit stay below 10^37, and 25 hexadecimal ones, which take no unit, below 2^100: no Int128 overflows.
        value = number * (negative ? -unit : unit);
        return true;
    }

    private static int DigitsOf(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, bool hex, out Int128 number)
    {
        const int MostDigits = 25;
        number = 0;
        if (text.IsEmpty || text.Length > MostDigits || text[0] == '_' || text[^1] == '_' || text.Contains("__", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c == '_')
            {
                continue;
            }

            if (!char.IsAsciiHexDigit(c) || (!hex && !char.IsAsciiDigit(c)))
            {
                return false;
            }

            number = number * (hex ? 16 : 10) + int.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return true;
    }

    private static long? UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "" => 1,
        "B" => 1,
        "kB" or "KB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        "TB" => 1_000_000_000_000,
        "KiB" or "kiB" or "K" or "k" => 1L << 10,
        "MiB" or "M" => 1L << 20,
        "GiB" or "G" => 1L << 30,
        "TiB" or "T" => 1L << 40,
        _ => null,
    };
}
