using System;
using System.Text;

namespace MemoryViews;

/// <summary>Text as code points and back, without loss: halves of surrogate pairs that stand alone are kept, which no encoding of .NET does.</summary>
internal static class CodePoints
{
    private const uint Last = 0x10_FFFF;

    public static Span<uint> Of(string text)
    {
        uint[] points = new uint[text.Length];
        int count = 0;
        for (int at = 0; at < text.Length; count++)
        {
            bool isPair = char.IsSurrogatePair(text, at);
            points[count] = isPair ? (uint)char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            at += isPair ? 2 : 1;
        }

        return points.AsSpan(0, count);
    }

    /// <exception cref="ItemRangeException">A number beyond the last code point.</exception>
    public static string ToText(ReadOnlySpan<uint> points)
    {
        StringBuilder text = new(points.Length);
        foreach (uint point in points)
        {
            _ = point <= char.MaxValue ? text.Append((char)point)
                : point <= Last ? text.Append(char.ConvertFromUtf32((int)point))
                : throw Error.NoCharacter(point);
        }

        return text.ToString();
    }
}
