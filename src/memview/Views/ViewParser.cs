using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>
/// The grammar of VIEW, read by hand and closed: nothing is evaluated.
/// <code>
/// view   := [ fields | slices ] { '[' slices ']' | '.' fields | '.T' | '.transpose(' ints ')' | '.reshape(' ints ')' | '.cast(' TYPE [',[' ints ']'] ')' }
/// fields := name { ',' name }
/// slices := slice { ',' slice }        slice := int | [int] ':' [int] [ ':' [int] ] | '...'
/// </code>
/// </summary>
internal ref partial struct ViewParser
{
    private readonly string _text;
    private readonly List<ViewStep> _steps = [];
    private int _at;

    private ViewParser(string text) => _text = text;

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    private readonly bool AtEnd => _at >= _text.Length;

    /// <summary>The steps of a view; none for an empty text.</summary>
    /// <exception cref="Refusal">The text is no view; the message points at the character.</exception>
    public static IReadOnlyList<ViewStep> Parse(string text)
    {
        ViewParser parser = new(text);
        parser.ReadView();
        return parser._steps;
    }

    private void ReadView()
    {
        SkipSpaces();
        if (IsNameStart(Next))
        {
            ReadFields();
        }
        else if (IsSliceStart())
        {
            _steps.Add(new ViewStep.Take(ReadSlices()));
        }

        SkipSpaces();
        while (!AtEnd)
        {
            ReadStep();
            SkipSpaces();
        }
    }

    private void ReadStep()
    {
        switch (Next)
        {
            case '[':
                _at++;
                Subscript[] subscripts = ReadSlices();
                Expect(']', "a subscript ends in ']'");
                _steps.Add(new ViewStep.Take(subscripts));
                return;
            case '.':
                _at++;
                ReadMember();
                return;
            default:
                throw Fail(Next == ']' ? null : "after a view come [slices], .field, .T, .transpose(…), .reshape(…) or .cast(TYPE,[SHAPE])");
        }
    }

    private void ReadMember()
    {
        int start = _at;
        string name = ReadName();
        if (Next == '(')
        {
            _at++;
            ReadCall(name, start);
        }
        else if (name == "T")
        {
            _steps.Add(new ViewStep.Transpose([]));
        }
        else
        {
            _at = start;
            ReadFields();
        }
    }

    // A path through nested records keeps its dots: "header.len" is two steps, and means the same.
    private void ReadFields()
    {
        List<string> fields = [ReadName()];
        SkipSpaces();
        while (Next == ',')
        {
            _at++;
            SkipSpaces();
            fields.Add(ReadPath());
            SkipSpaces();
        }

        _steps.Add(new ViewStep.Select(fields));
    }

    private string ReadPath()
    {
        string path = ReadName();
        while (Next == '.' && _at + 1 < _text.Length && IsNameStart(_text[_at + 1]))
        {
            _at++;
            path += "." + ReadName();
        }

        return path;
    }

    private string ReadName()
    {
        int start = _at;
        if (!IsNameStart(Next))
        {
            throw Fail("a field's name starts with a letter or '_'");
        }

        while (!AtEnd && (IsNameStart(Next) || char.IsAsciiDigit(Next)))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private readonly bool IsSliceStart() =>
        Next is ':' or '-' or '+' or '^' || char.IsAsciiDigit(Next) || (Next == '.' && _at + 1 < _text.Length && _text[_at + 1] == '.');

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private void SkipSpaces()
    {
        while (Next == ' ')
        {
            _at++;
        }
    }

    private void Expect(char wanted, string hint)
    {
        SkipSpaces();
        if (Next != wanted || AtEnd)
        {
            throw Fail(hint);
        }

        _at++;
    }

    private readonly Refusal Fail(string? hint) => Error.ViewSyntax(_text, Math.Min(_at, _text.Length), hint);
}
