using System;
using System.Globalization;

namespace MemoryViews.Interchange;

/// <summary>Arrow's format strings and item formats, both ways.</summary>
internal static unsafe class ArrowTypes
{
    /// <summary>Booleans, which lie in bits.</summary>
    public const string Bits = "b";

    private const string Lists = "+w:";
    private const string FixedBytes = "w:";
    private const int LongestFormat = 64; // all that is understood is shorter

    /// <summary>Arrow's format of items, null when there is none; "b" for booleans.</summary>
    public static string? Of(ItemFormat format)
    {
        if (format.Kind == ItemKind.Bytes && format.ToTypestr() is ['|', 'S', .. var size])
        {
            return FixedBytes + size;
        }

        return NumberType.Of(format)?.Format switch
        {
            "?" => Bits,
            "b" => "c",
            "B" => "C",
            "h" => "s",
            "H" => "S",
            "i" => "i",
            "I" => "I",
            "q" => "l",
            "Q" => "L",
            "e" => "e",
            "f" => "f",
            "d" => "g",
            _ => null,
        };
    }

    /// <summary>The item format of Arrow's, "?" for bits; null when there is none.</summary>
    public static ItemFormat? FormatOf(string format) => format switch
    {
        Bits => ItemFormat.Parse("?"),
        "c" => ItemFormat.Parse("b"),
        "C" => ItemFormat.Parse("B"),
        "s" => ItemFormat.Parse("h"),
        "S" => ItemFormat.Parse("H"),
        "i" => ItemFormat.Parse("i"),
        "I" => ItemFormat.Parse("I"),
        "l" => ItemFormat.Parse("q"),
        "L" => ItemFormat.Parse("Q"),
        "e" => ItemFormat.Parse("e"),
        "f" => ItemFormat.Parse("f"),
        "g" => ItemFormat.Parse("d"),
        _ => SizeAfter(FixedBytes, format) is { } size ? ItemFormat.Parse(Invariant($"{size}s")) : null,
    };

    /// <summary>How long the lists are; null for a format that is not of fixed-size lists.</summary>
    public static int? ListSize(string format) => SizeAfter(Lists, format);

    /// <summary>The format of lists of a size.</summary>
    public static string ListsOf(nint size) => Invariant($"{Lists}{size}");

    /// <summary>A schema's format, cut to a length that says enough.</summary>
    public static string Read(byte* text)
    {
        int length = 0;
        while (length < LongestFormat && text[length] != 0)
        {
            length++;
        }

        return string.Create(length, (nint)text, static (characters, source) =>
        {
            for (int i = 0; i < characters.Length; i++)
            {
                byte character = ((byte*)source)[i];
                characters[i] = character is >= 0x20 and < 0x7F ? (char)character : '?';
            }
        });
    }

    private static int? SizeAfter(string prefix, string format)
        => format.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(format.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
