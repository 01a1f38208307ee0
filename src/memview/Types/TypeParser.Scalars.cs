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
        if (order == '\0' && name.Length > 3 - 1 && Suffix(name) is var suffix and not '\0' && IsName(name[..^2]))
        {
            order = suffix;
            name = name[..^2];
        }

        return Named(name, order, position) ?? Datetime(name, order) ?? Format(text);
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

    // What is left is a format of struct or PEP 3118, taken as it is written.
    private readonly string Format(ReadOnlySpan<char> text)
    {
        string written = text.ToString();
        bool needsOrder = _format.Length > 0 && !_aligned && BareCodes.Contains(text[0], StringComparison.Ordinal);
        _ = ItemFormat.Parse(written);
        return needsOrder ? '=' + written : written;
    }
}
