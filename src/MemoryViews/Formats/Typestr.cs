using System;
using System.Globalization;

namespace MemoryViews;

/// <summary>NumPy's names of item types, <c>dtype.str</c>: an order mark, a letter for the kind, a size in bytes (in characters for U).</summary>
internal static class Typestr
{
    private static char ForeignMark => BitConverter.IsLittleEndian ? '>' : '<';

    /// <summary>The format of a typestr. Host order is written bare, as NumPy's own export does.</summary>
    public static ItemFormat Parse(string typestr)
    {
        ReadOnlySpan<char> rest = typestr;
        bool foreign = rest.Length > 0 && rest[0] == ForeignMark;
        rest = rest.Length > 0 && rest[0] is '<' or '>' or '=' or '|' ? rest[1..] : rest;
        int start = typestr.Length - rest.Length;
        char kind = rest.IsEmpty ? throw Error.FormatSyntax("A typestr has a letter for its kind, as in '<f4'.", typestr, start) : rest[0];
        if (kind is 'M' or 'm')
        {
            throw Error.TypestrDatetime(typestr);
        }

        long size = kind == 'O' && rest.Length == 1 ? IntPtr.Size : ParseSize(rest[1..], typestr, start + 1);
        string code = CodeOf(kind, size) ?? throw Error.FormatSyntax($"There is no format for kind '{kind}' of {Describe.Bytes((nint)size)}.", typestr, start);
        return ItemFormat.Parse(foreign && code is not ("b" or "B" or "?" or "O") && kind is not ('S' or 'a' or 'V') ? ForeignMark + code : code);
    }

    /// <summary>The typestr of a lone value, or null when NumPy has no name for it.</summary>
    public static string? Of(FormatSlot slot)
    {
        string? type = slot.Code switch
        {
            's' => Invariant($"S{slot.Length}"),
            'w' => Invariant($"U{slot.Length}"),
            'c' => "S1",
            'x' => Invariant($"V{slot.Length}"),
            'O' => "O",
            'g' => Invariant($"f{slot.Size}"),
            'G' => Invariant($"c{slot.Size}"),
            _ => OfKind(slot.Kind, slot.Size),
        };
        bool unordered = slot.Code is 's' or 'c' or 'x' or 'O' || slot.Size == 1;
        char mark = unordered ? '|' : slot.IsSwapped == BitConverter.IsLittleEndian ? '>' : '<';
        return type is null ? null : mark + type;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // .NET passes over NULs behind a number, which are no digits here.
    private static long ParseSize(ReadOnlySpan<char> digits, string typestr, int position) =>
        !digits.EndsWith('\0') && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? size
            : throw Error.FormatSyntax("A typestr ends in its size, as in '<f4'.", typestr, position);

    private static string? CodeOf(char kind, long size) => (kind, size) switch
    {
        ('b', 1) => "?",
        ('i', 1) => "b",
        ('i', 2) => "h",
        ('i', 4) => "i",
        ('i', 8) => "q",
        ('u', 1) => "B",
        ('u', 2) => "H",
        ('u', 4) => "I",
        ('u', 8) => "Q",
        ('f', 2) => "e",
        ('f', 4) => "f",
        ('f', 8) => "d",
        ('f', 16) when FormatCodes.LongDoubleSize == 16 => "g",
        ('c', 8) => "Zf",
        ('c', 16) => "Zd",
        ('c', 32) when FormatCodes.LongDoubleSize == 16 => "Zg",
        ('S' or 'a', _) => Invariant($"{size}s"),
        ('U', _) => Invariant($"{size}w"),
        ('V', _) => Invariant($"{size}x"),
        ('O', _) when size == IntPtr.Size => "O",
        _ => null,
    };

    private static string? OfKind(ScalarKind kind, nint size)
    {
        char letter = kind switch
        {
            ScalarKind.Boolean => 'b',
            ScalarKind.None or ScalarKind.Utf16 => '\0',
            _ when ScalarKinds.IsFloat(kind) => 'f',
            _ when ScalarKinds.IsComplex(kind) => 'c',
            _ => ScalarKinds.IsSigned(kind) ? 'i' : 'u',
        };
        return letter == '\0' ? null : Invariant($"{letter}{size}");
    }
}
