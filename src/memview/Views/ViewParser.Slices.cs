using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

// Python's subscripts: indices, slices, the ellipsis.
internal ref partial struct ViewParser
{
    private const string SliceHint = "a subscript is an index, start:stop:step or ..., as in 0:10:2";

    private Subscript[] ReadSlices()
    {
        List<Subscript> subscripts = [];
        SkipSpaces();
        if (Next == ']')
        {
            return [];
        }

        do
        {
            SkipSpaces();
            subscripts.Add(ReadSlice());
            SkipSpaces();
        }
        while (Accept(','));

        return [.. subscripts];
    }

    private bool Accept(char wanted)
    {
        if (AtEnd || Next != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private Subscript ReadSlice()
    {
        int first = _at;
        if (Ahead("...") && !(_at + 3 < _text.Length && char.IsAsciiDigit(_text[_at + 3])))
        {
            _at += 3;
            return Subscript.Ellipsis;
        }

        RefuseCSharp(first);
        nint? start = ReadInteger();
        RefuseCSharp(first);
        if (!Accept(':'))
        {
            return start is { } index ? index : throw Fail(SliceHint);
        }

        nint? stop = ReadInteger();
        nint? step = Accept(':') ? ReadStepSize() : null;
        return new Slice(start, stop, step);
    }

    private nint? ReadStepSize()
    {
        int start = _at;
        nint? step = ReadInteger();
        if (step == 0)
        {
            _at = start;
            throw Fail("the step is 0: use 1 for every item, -1 for the reverse");
        }

        return step;
    }

    private nint? ReadInteger()
    {
        SkipSpaces();
        int start = _at;
        if (Next is '-' or '+')
        {
            _at++;
        }

        while (char.IsAsciiLetterOrDigit(Next) || Next == '_')
        {
            _at++;
        }

        ReadOnlySpan<char> digits = _text.AsSpan(start, _at - start);
        SkipSpaces();
        if (digits.IsEmpty)
        {
            return null;
        }

        if (!Numbers.TryParse(digits, out Int128 value))
        {
            _at = start;
            throw Fail("numbers are 10, -1, 0x200, 1_000, 64KiB or 10MB");
        }

        // Slices clamp, so what no length can reach may as well be the largest there is; an index that far is refused with its axis.
        return (nint)Int128.Clamp(value, nint.MinValue + 1, nint.MaxValue);
    }

    private readonly bool Ahead(string text) => _text.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    /// <summary>0..3 and ^1 are C#; the hint says the same in Python.</summary>
    private readonly void RefuseCSharp(int first)
    {
        if (Next == '^' || Ahead(".."))
        {
            ReadOnlySpan<char> rest = _text.AsSpan(first);
            int end = rest.IndexOfAny(',', ']', ' ');
            string written = (end < 0 ? rest : rest[..end]).ToString();
            bool isRange = written.Contains("..", StringComparison.Ordinal);
            string python = written.Replace("..", ":", StringComparison.Ordinal).Replace(":^0", ":", StringComparison.Ordinal).Replace('^', '-');
            throw isRange ? Error.CSharpRange(written, python) : Error.CSharpFromEnd(written, python);
        }
    }
}
