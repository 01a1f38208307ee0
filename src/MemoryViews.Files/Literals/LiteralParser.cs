using System;
using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>
/// Reads a Python literal by hand; nothing is ever evaluated.
/// <code>
/// value    := text | integer | "True" | "False" | "None" | tuple | list | dict
/// tuple    := "(" [value ("," value)* [","]] ")"       one value without a comma is that value, in parentheses
/// list     := "[" [value ("," value)* [","]] "]"
/// dict     := "{" [text ":" value ("," text ":" value)* [","]] "}"
/// </code>
/// Work and memory are linear in the text, whose length the caller bounds; nesting is bounded here.
/// </summary>
internal ref partial struct LiteralParser
{
    // A nested record takes three levels: its list, its tuple and the value in it.
    public const int MostDepth = 96;

    private readonly string _text;
    private readonly bool _takesLongSuffix;
    private int _at;
    private int _depth;

    private LiteralParser(string text, bool takesLongSuffix)
    {
        _text = text;
        _takesLongSuffix = takesLongSuffix;
    }

    /// <summary>The value of a whole text.</summary>
    /// <param name="text">The literal, blanks around it allowed.</param>
    /// <param name="takesLongSuffix">Whether integers may end in L, as Python 2 wrote them.</param>
    /// <exception cref="ArrayFileException">The text is no such literal.</exception>
    public static LiteralValue Parse(string text, bool takesLongSuffix)
    {
        LiteralParser parser = new(text, takesLongSuffix);
        LiteralValue value = parser.ParseValue();
        parser.SkipBlanks();
        return parser._at == text.Length ? value : throw parser.Fail("The header goes on behind its dictionary.");
    }

    /// <summary>Where the value that starts at a position ends, in a text that has parsed.</summary>
    public static int EndOf(string text, int position)
    {
        LiteralParser parser = new(text, takesLongSuffix: true) { _at = position };
        _ = parser.ParseValue();
        return parser._at;
    }

    private LiteralValue ParseValue()
    {
        SkipBlanks();
        if (++_depth > MostDepth)
        {
            throw Fail($"The header nests deeper than {MostDepth} levels.");
        }

        int start = _at;
        LiteralValue value = Peek() switch
        {
            '{' => ParseDictionary(start),
            '[' => new LiteralSequence(ParseItems(']', out _), IsTuple: false, start),
            '(' => ParseParentheses(start),
            '\'' or '"' => new LiteralText(ParseText(), start),
            'u' or 'U' when PeekAt(1) is '\'' or '"' => ParsePrefixedText(start),
            '-' or '+' or (>= '0' and <= '9') => new LiteralInteger(ParseInteger(), start),
            _ => ParseWord(start),
        };
        _depth--;
        return value;
    }

    private LiteralValue ParseParentheses(int start)
    {
        List<LiteralValue> items = ParseItems(')', out bool endsInComma);
        return items.Count == 1 && !endsInComma ? items[0] : new LiteralSequence(items, IsTuple: true, start);
    }

    private List<LiteralValue> ParseItems(char close, out bool endsInComma)
    {
        _at++;
        List<LiteralValue> items = [];
        endsInComma = false;
        while (!TryTake(close))
        {
            if (items.Count > 0 && !endsInComma)
            {
                throw Fail($"A ',' or '{close}' is missing.");
            }

            items.Add(ParseValue());
            endsInComma = TryTake(',');
        }

        return items;
    }

    private LiteralDictionary ParseDictionary(int start)
    {
        _at++;
        Dictionary<string, LiteralValue> entries = new(StringComparer.Ordinal);
        bool mayGoOn = true;
        while (!TryTake('}'))
        {
            if (!mayGoOn)
            {
                throw Fail("A ',' or '}' is missing.");
            }

            ParseEntry(entries);
            mayGoOn = TryTake(',');
        }

        return new LiteralDictionary(entries, start);
    }

    private void ParseEntry(Dictionary<string, LiteralValue> entries)
    {
        if (ParseValue() is not LiteralText key)
        {
            throw Fail("A key of a dictionary is a string.");
        }

        if (!TryTake(':'))
        {
            throw Fail("A ':' is missing behind a key.");
        }

        // As in Python, the last of two equal keys counts.
        entries[key.Value] = ParseValue();
    }

    private LiteralValue ParseWord(int start)
    {
        while (char.IsAsciiLetter(Peek()))
        {
            _at++;
        }

        switch (_text.AsSpan(start, _at - start))
        {
            case "True":
                return new LiteralBoolean(true, start);
            case "False":
                return new LiteralBoolean(false, start);
            case "None":
                return new LiteralNone(start);
            default:
                _at = start;
                throw Fail(start == _text.Length
                    ? "The header ends in the middle of a value."
                    : "This is no value: strings, integers, True, False, None, and (), [] and {} of them are.");
        }
    }

    private bool TryTake(char wanted)
    {
        SkipBlanks();
        bool isThere = Peek() == wanted;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            _at++;
        }
    }

    // Python's source holds no NUL, so it can stand for the end of the text.
    private readonly char Peek() => PeekAt(0);

    private readonly char PeekAt(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private readonly Exception Fail(string reason) => Error.HeaderSyntax(reason, _text, _at);
}
