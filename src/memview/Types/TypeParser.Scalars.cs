using System;

namespace MemoryViews.Command;

// One scalar: an order before or after a name, or a format as struct and PEP 3118 write it.
internal ref partial struct TypeParser
{
    private const string BareCodes = "cbBhHiIlLqQnN?efdgsp";

    /// <summary>The PEP 3118 text of a scalar.</summary>
    private readonly string CodeOf(ReadOnlySpan<char> text, int position)
    {
        if (text.IsEmpty)
        {
            throw Error.UnknownType(_text, position, null);
        }

        char order = text[0] is '<' or '>' or '=' or '!' or '|' or '@' ? text[0] : '\0';
        ReadOnlySpan<char> name = order == '\0' ? text : text[1..];
        if (order == '\0' && name.Length > 2 && Suffix(name) is var suffix and not '\0' && IsName(name[..^2]))
        {
            order = suffix;
            name = name[..^2];
        }

        return Named(name, order, position) ?? Datetime(name, order) ?? Format(text, position);
    }

    private readonly string? Named(ReadOnlySpan<char> name, char order, int position)
    {
        if (name is "f16")
        {
            throw Error.SixteenByteFloat(_text, position);
        }

        if (TypeNames.InBytes(name) is { } meant)
        {
            throw Error.BitsForBytes(_text, position, name.ToString(), meant);
        }

        return PackedIntegers.FormatOf(name, order) ?? (TypeNames.CodeOf(name) is { } code ? Ordered(code, order) : null);
    }

    private static char Suffix(ReadOnlySpan<char> name) => name[^2..] switch
    {
        "le" => '<',
        "be" => '>',
        _ => '\0',
    };

    private static bool IsName(ReadOnlySpan<char> name) => name is "f16" or "u3" or "i3" || TypeNames.CodeOf(name) is not null || TypeNames.InBytes(name) is not null;

    // Inside a record an order mark stays in force for what follows, so every field writes its own; '=' is native order without alignment.
    private readonly string Ordered(string code, char order) => order switch
    {
        '<' or '>' => order + code,
        '!' => '>' + code,
        '@' => '@' + code,
        _ when _aligned => '@' + code,
        _ => Packed(code),
    };

    private readonly string Packed(string code) => _format.Length > 0 || code is "Zf" or "Zd" ? '=' + code : code;

    /// <summary>NumPy's dates and durations are 64-bit counts; the name of the only field says of what.</summary>
    private static string? Datetime(ReadOnlySpan<char> name, char order) =>
        name.Length > 3 && name[..3] is "M8[" or "m8[" && name[^1] == ']' && Moments.IsUnit(name[3..^1])
            ? $"T{{{(order is '<' or '>' ? order : '=')}q:{name}:}}"
            : null;

    // u4el is far more likely a slip of u4le than struct's u, 4e and l; and dubble of double than six codes.
    private static bool IsMisspelt(ReadOnlySpan<char> text) => IsNearlyAWord(text) || (text.Length > 2 && TypeNames.CodeOf(text[..2]) is not null && char.IsAsciiLetter(text[0]) && char.IsAsciiDigit(text[1]));

    private static bool IsNearlyAWord(ReadOnlySpan<char> text) =>
        text.Length > 4 && !text.ContainsAnyExceptInRange('a', 'z') && TypeNames.Near(text.ToString()) is not null;

    // What is left is a format of struct or PEP 3118, taken as it is written.
    private readonly string Format(ReadOnlySpan<char> text, int position)
    {
        string written = text.ToString();
        if (IsMisspelt(text))
        {
            throw Error.UnknownType(_text, position, $"did you mean {TypeNames.Near(written) ?? written[..2]}? a struct format of several codes has a space there: '{written[0]} {written[1..]}'");
        }

        try
        {
            _ = ItemFormat.Parse(written);
        }
        catch (ViewSyntaxException e)
        {
            // A word that is nearly a name is meant as one; for anything else the format's own reason is the better one.
            bool isWord = written.Length > 1 && char.IsAsciiLetter(written[0]) && written[1] != '{';
            throw isWord
                ? Error.UnknownType(_text, position, TypeNames.Near(written) is { } near ? $"did you mean {near}?" : null)
                : Error.UnknownType(_text, position + e.Position, Sentence(e));
        }

        bool needsOrder = _format.Length > 0 && !_aligned && BareCodes.Contains(text[0], StringComparison.Ordinal);
        return needsOrder ? '=' + written : written;
    }
}
