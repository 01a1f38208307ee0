using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>The small parts of an element: order marks, shapes, counts, names, and the faults they can have.</summary>
internal ref partial struct FormatParser
{
    public static bool IsStandard(char order) => order is '=' or '<' or '>' or '!';

    private readonly bool IsOrder(char c) => c is '@' or '=' or '<' or '>' or '!' || (c == '^' && _dialect != FormatDialect.Struct);

    // The blanks of C's isspace, which struct skips. NumPy takes none.
    private readonly bool IsBlank(char c) => c is ' ' or (>= '\t' and <= '\r') && _dialect != FormatDialect.NumPy;

    // No format holds a NUL (checked first), so it can stand for the end of the text.
    private readonly char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private readonly char PeekAt(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void SkipBlanksAndOrders()
    {
        while (IsBlank(Peek()) || (_dialect == FormatDialect.Pep3118 && IsOrder(Peek())))
        {
            if (IsOrder(Peek()))
            {
                _order = Peek();
            }

            _at++;
        }
    }

    // NumPy takes one mark, and only here; struct took its only one at the start.
    private void SkipOrdersBeforeType()
    {
        if (_dialect == FormatDialect.NumPy && IsOrder(Peek()))
        {
            _order = _text[_at++];
        }
        else if (_dialect == FormatDialect.Pep3118)
        {
            SkipBlanksAndOrders();
        }
    }

    private nint[]? ParseShape()
    {
        if (_dialect == FormatDialect.Struct)
        {
            return Fail<nint[]>("The struct dialect has no sub-arrays '(...)'.", _at);
        }

        List<nint> shape = [];
        do
        {
            _at++;
            SkipSpaces();
            nint extent = ParseInteger();
            if (extent < 0 || shape.Count == MostShapeRank)
            {
                return Fail<nint[]>(extent < 0 ? "A length is missing in a sub-array shape: write it as '(2,3)'." : $"A sub-array has at most {MostShapeRank} axes.", _at);
            }

            shape.Add(extent);
            SkipSpaces();
        }
        while (Peek() == ',');

        if (Peek() != ')')
        {
            return Fail<nint[]>("A sub-array shape '(' is not closed: a ')' is missing.", _at);
        }

        _at++;
        return [.. shape];
    }

    private void SkipSpaces()
    {
        while (Peek() == ' ')
        {
            _at++;
        }
    }

    private nint ParseCount()
    {
        int start = _at;
        nint count = ParseInteger();
        if (count >= 0 && (Peek() == '\0' || IsBlank(Peek()) || Peek() == '}'))
        {
            Fail<object>("A count has no item code behind it: write it as '4i'.", start);
        }

        return count;
    }

    // NumPy writes a gap as that many x: a run of them is one element with a count, up to the last one, to which a name may belong.
    private nint ParsePadding()
    {
        int start = _at - 1;
        while (Peek() == 'x' && PeekAt(1) == 'x')
        {
            _at++;
        }

        return _at - start > 1 ? _at - start : -1;
    }

    /// <summary>A run of digits, or -1 when there is none.</summary>
    private nint ParseInteger()
    {
        int start = _at;
        nint value = 0;
        for (; char.IsAsciiDigit(Peek()); _at++)
        {
            nint digit = Peek() - '0';
            if (value > (nint.MaxValue - digit) / 10)
            {
                Fail<object>($"A number passes {nint.MaxValue}.", start);
                return -1;
            }

            value = (value * 10) + digit;
        }

        return _at == start ? -1 : value;
    }

    private string? ParseName()
    {
        while (_dialect == FormatDialect.Pep3118 && IsBlank(Peek()))
        {
            _at++;
        }

        if (Peek() != ':' || _dialect == FormatDialect.Struct)
        {
            return null;
        }

        int length = _text[(_at + 1)..].IndexOf(':');
        if (length < 0)
        {
            return Fail<string>("A field name is not closed: a ':' is missing.", _at);
        }

        string name = _text.Slice(_at + 1, length).ToString();
        _at += length + 2;
        return name;
    }

    private void SkipSignature()
    {
        int start = _at - 1, open = 1;
        while (open > 0)
        {
            char c = Peek();
            if (c == '\0')
            {
                Fail<object>("A function signature 'X{' is not closed: a '}' is missing.", start);
                return;
            }

            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            _at++;
        }
    }

    private char FailType(char written)
    {
        string dialect = _dialect switch { FormatDialect.Struct => "the struct dialect", FormatDialect.NumPy => "the NumPy dialect", _ => "PEP 3118" };
        return Fail<char>(
            written switch
            {
                '\0' => "An item code is missing at the end of the format.",
                '}' => "A '}' closes no record.",
                ')' or ',' => $"A '{written}' stands outside a sub-array shape.",
                ':' => "A field name names no element: it follows one, as in 'i:count:'.",
                _ when IsOrder(written) || written is '@' or '=' or '<' or '>' or '!' => $"The order mark '{written}' cannot stand here in {dialect}.",
                'n' or 'N' or 'P' => $"'{written}' exists in native order '@' alone.",
                _ => $"'{(char.IsControl(written) ? '?' : written)}' is no item code of {dialect}.",
            },
            _at);
    }

    // The first fault stays: what follows it is noise.
    private T? Fail<T>(string reason, int position)
    {
        _fault ??= new FormatFault(reason, position);
        return default;
    }

    private static FormatElement[] ToArray(List<FormatElement>? elements) => elements?.ToArray() ?? [];
}
