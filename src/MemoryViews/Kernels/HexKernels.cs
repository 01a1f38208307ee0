using System;
using System.Diagnostics;

namespace MemoryViews;

/// <summary>Bytes as hexadecimal text, in C order.</summary>
internal static class HexKernels
{
    /// <summary>The longest text a string holds.</summary>
    public const int MostChars = 0x3FFF_FFDF;

    /// <summary>The characters that many bytes take, separators included.</summary>
    /// <param name="bytes">Bytes in the view.</param>
    /// <param name="separator">What stands between groups; null for nothing.</param>
    /// <param name="group">Bytes in a group; 0, or as many as there are bytes, for no separators. The sign says where groups are counted from.</param>
    /// <exception cref="ViewOperationException">More than a string holds.</exception>
    public static int Length(nint bytes, char? separator, int group)
    {
        nint size = GroupSize(bytes, separator, group);
        if (bytes > MostChars / 2)
        {
            throw Error.HexTooLong(bytes, MostChars);
        }

        nint chars = bytes == 0 ? 0 : (2 * bytes) + ((bytes - 1) / size);
        return chars <= MostChars ? (int)chars : throw Error.HexTooLong(bytes, MostChars);
    }

    /// <summary>Writes the text. Python: <c>hex(sep, bytes_per_sep)</c>.</summary>
    /// <param name="a">The items.</param>
    /// <param name="destination">Exactly <see cref="Length"/> characters.</param>
    /// <param name="separator">What stands between groups; null for nothing.</param>
    /// <param name="group">Bytes in a group, counted from the right end; from the left where negative. Seven bytes in groups of 2 are 61:6263:6465:6667, of -2 6162:6364:6566:67.</param>
    /// <param name="upper">Whether digits above 9 are capitals.</param>
    public static void Write(scoped in Operand a, scoped Span<char> destination, char? separator, int group, bool upper)
    {
        nint bytes = a.Layout.ByteLength;
        Debug.Assert(destination.Length == Length(bytes, separator, group), "The destination is made to measure.");
        nint size = GroupSize(bytes, separator, group);
        nint first = group > 0 && bytes % size != 0 ? bytes % size : size;
        ByteStream<HexSink> stream = new(new HexSink(destination, separator ?? '\0', first, size, upper), stackalloc byte[1024], a.Layout.ItemSize);
        stream.Run(in a);
    }

    /// <summary>The text as a string, written in place. Parameters and exceptions as of <see cref="Write"/> and <see cref="Length"/>.</summary>
    public static string ToText(scoped in Operand a, char? separator, int group, bool upper)
    {
        int length = Length(a.Layout.ByteLength, separator, group);
        return string.Create(length, new Request(in a, separator, group, upper), static (span, r) => Write(in r.Items, span, r.Separator, r.Group, r.Upper));
    }

    // No separators is one group of all bytes; -int.MinValue needs the wider type.
    private static nint GroupSize(nint bytes, char? separator, int group)
    {
        nint size = (nint)Math.Abs((long)group);
        return separator is null || size == 0 || size > bytes ? Math.Max(bytes, 1) : size;
    }

    private readonly ref struct Request
    {
        public readonly Operand Items;

        public Request(in Operand items, char? separator, int group, bool upper)
        {
            Items = items;
            Separator = separator;
            Group = group;
            Upper = upper;
        }

        public char? Separator { get; }

        public int Group { get; }

        public bool Upper { get; }
    }
}
