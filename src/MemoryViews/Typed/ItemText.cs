using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MemoryViews;

/// <summary>The items of a view as text: nested brackets, and beyond 1,000 items only three at each end of an axis, as NumPy prints them.</summary>
internal static class ItemText
{
    private const nint MostItems = 1000;
    private const nint Edge = 3;

    // Six places an axis are still millions over many axes: a text that nobody reads to its end has one.
    private const int MostText = 1 << 16;

    public static string Of(MemoryView view)
    {
        StringBuilder text = new();
        Append(text, view, IsLong(view.Shape), 1);
        return text.ToString();
    }

    /// <summary>One value the way Python writes it, in invariant culture.</summary>
    public static string Of(object? value) => value switch
    {
        null => "None",
        bool truth => truth ? "True" : "False",
        byte[] bytes => $"b'{Escape(bytes)}'",
        string or char => $"'{value}'",
        Record record => record.ToString(),
        Complex number => string.Create(CultureInfo.InvariantCulture, $"({number.Real}{(double.IsNegative(number.Imaginary) ? "" : "+")}{number.Imaginary}j)"),
        IEnumerable items => Sequence(items),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void Append(StringBuilder text, MemoryView view, bool summarise, int depth)
    {
        if (view.Rank == 0)
        {
            text.Append(view.Format.CanReadItems && view.Format.Size == view.ItemSize ? Of(view[[]]) : view.ToHexString());
            return;
        }

        text.Append('[');
        nint length = view.Length;
        string gap = view.Rank == 1 ? " " : "\n" + new string(' ', depth);
        for (nint i = 0; i < length; i++)
        {
            text.Append(i == 0 ? "" : gap);
            if (summarise && i == Edge && length > 2 * Edge)
            {
                text.Append("...").Append(gap);
                i = length - Edge;
            }

            if (text.Length > MostText)
            {
                text.Append("...");
                break;
            }

            using MemoryView part = view[[(Subscript)i]];
            Append(text, part, summarise, depth + 1);
        }

        text.Append(']');
    }

    // An axis of length 0 counts as 1: what is before it is printed, as rows of nothing. No overflow: the product never passes MostItems.
    private static bool IsLong(ReadOnlySpan<nint> shape)
    {
        nint places = 1;
        foreach (nint extent in shape)
        {
            if (extent > MostItems / places)
            {
                return true;
            }

            places *= Math.Max(extent, 1);
        }

        return false;
    }

    private static string Escape(byte[] bytes)
    {
        StringBuilder text = new();
        foreach (byte b in bytes)
        {
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}");
        }

        return text.ToString();
    }

    private static string Sequence(IEnumerable items)
    {
        List<string> parts = [];
        foreach (object? item in items)
        {
            parts.Add(Of(item));
        }

        return $"[{string.Join(", ", parts)}]";
    }
}
