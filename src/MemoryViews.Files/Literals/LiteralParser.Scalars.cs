using System;
using System.Globalization;
using System.Text;

namespace MemoryViews.Files;

/// <summary>Strings and integers.</summary>
internal ref partial struct LiteralParser
{
    // Int128 holds 38 digits and more; no size or length comes near.
    private const int MostDigits = 38;

    private LiteralText ParsePrefixedText(int start)
    {
        _at++;
        return new LiteralText(ParseText(), start);
    }

    private string ParseText()
    {
        char quote = _text[_at++];
        StringBuilder text = new();
        while (Peek() != quote)
        {
            if (_at >= _text.Length || Peek() is '\n' or '\r')
            {
                throw Fail("A string is not closed.");
            }

            AppendCharacter(text);
        }

        _at++;
        return text.ToString();
    }

    private void AppendCharacter(StringBuilder text)
    {
        char c = _text[_at++];
        if (c != '\\')
        {
            text.Append(c);
            return;
        }

        char escape = Peek();
        _at++;
        _ = escape switch
        {
            '\\' or '\'' or '"' => text.Append(escape),
            'n' => text.Append('\n'),
            'r' => text.Append('\r'),
            't' => text.Append('\t'),
            'a' => text.Append('\a'),
            'b' => text.Append('\b'),
            'f' => text.Append('\f'),
            'v' => text.Append('\v'),
            'x' => AppendCode(text, 2),
            'u' => AppendCode(text, 4),
            'U' => AppendCode(text, 8),
            >= '0' and <= '7' => AppendOctal(text),
            _ => throw Fail("An escape is unknown: \\\\ \\' \\\" \\n \\r \\t \\a \\b \\f \\v \\x \\u \\U and octal ones are known."),
        };
    }

    private StringBuilder AppendCode(StringBuilder text, int digits)
    {
        if (_text.Length - _at < digits
            || !uint.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint code)
            || code > 0x10ffff)
        {
            throw Fail($"An escape needs {digits} hexadecimal digits of a character.");
        }

        _at += digits;
        return code > 0xffff ? text.Append(char.ConvertFromUtf32((int)code)) : text.Append((char)code);
    }

    private StringBuilder AppendOctal(StringBuilder text)
    {
        _at--;
        int code = 0;
        for (int digits = 0; digits < 3 && Peek() is >= '0' and <= '7'; digits++)
        {
            code = (code * 8) + (_text[_at++] - '0');
        }

        return text.Append((char)code);
    }

    private Int128 ParseInteger()
    {
        int start = _at;
        _at += Peek() is '-' or '+' ? 1 : 0;
        int first = _at;
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }

        int digits = _at - first;
        if (digits == 0 || digits > MostDigits || (digits > 1 && _text[first] == '0'))
        {
            _at = start;
            throw Fail($"An integer has 1 to {MostDigits} digits, and no 0 in front of others.");
        }

        Int128 value = Int128.Parse(_text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        _at += _takesLongSuffix && Peek() == 'L' ? 1 : 0;
        return char.IsAsciiLetterOrDigit(Peek()) || Peek() is '.' or '_' ? throw Fail("An integer goes on with something that is no digit.") : value;
    }
}
