using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

// .transpose(…), .reshape(…) and .cast(TYPE[,[SHAPE]]).
internal ref partial struct ViewParser
{
    private void ReadCall(string name, int start)
    {
        switch (name)
        {
            case "transpose":
                _steps.Add(new ViewStep.Transpose(Array.ConvertAll(ReadIntegers(')'), axis => (int)Math.Clamp(axis, int.MinValue, int.MaxValue))));
                return;
            case "reshape":
                _steps.Add(new ViewStep.Reshape(ReadIntegers(')')));
                return;
            case "cast":
                ReadCast();
                return;
            default:
                _at = start;
                throw Fail("a view can .transpose(…), .reshape(…) and .cast(TYPE,[SHAPE])");
        }
    }

    /// <summary>Integers up to the closing mark, in brackets of their own if you like: (3,4) and ([3,4]).</summary>
    private nint[] ReadIntegers(char end)
    {
        List<nint> numbers = [];
        SkipSpaces();
        bool bracketed = end == ')' && Accept('[');
        SkipSpaces();
        while (Next != (bracketed ? ']' : end) || AtEnd)
        {
            numbers.Add(ReadInteger() ?? throw Fail("integers stand here, with commas between them"));
            if (!Accept(','))
            {
                break;
            }
        }

        if (bracketed)
        {
            Expect(']', "a list of integers ends in ']'");
        }

        Expect(end, $"a list of integers ends in '{end}'");
        return [.. numbers];
    }

    // A type may hold brackets, braces and commas itself; it ends where its parentheses are balanced, or at ",[".
    private void ReadCast()
    {
        int start = _at, depth = 0;
        for (; !AtEnd; _at++)
        {
            char c = Next;
            if (depth == 0 && (c == ')' || (c == ',' && StartsShape())))
            {
                break;
            }

            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
        }

        string type = _text[start.._at].Trim();
        if (type.Length == 0)
        {
            _at = start;
            throw Fail("cast takes a type, as in .cast(f4le) or .cast(u1,[3,4])");
        }

        _steps.Add(new ViewStep.Cast(type, Accept(',') ? ReadShape() : null));
        Expect(')', "a cast ends in ')'");
    }

    private readonly bool StartsShape() => _text.AsSpan(_at + 1).TrimStart(' ').StartsWith('[');

    private nint[] ReadShape()
    {
        SkipSpaces();
        _at++;
        return ReadIntegers(']');
    }
}
