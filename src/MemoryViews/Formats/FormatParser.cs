using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// The grammar of format strings, one pass from left to right, every character looked at once:
/// <code>
/// format  := (order | element)*                       blanks between elements are ignored
/// element := shape? order* count? type name?
/// shape   := "(" integer ("," integer)* ")"
/// type    := code | "T{" format "}" | "&amp;" element | "X{" any "}"
/// name    := ":" text ":"
/// </code>
/// An order mark stays in force, into and out of records, until the next one. A fault is kept, not thrown.
/// </summary>
internal ref partial struct FormatParser
{
    public const int MostCharacters = 1 << 20;
    public const int MostDepth = 64;

    // An element costs some 200 bytes of memory for its one character of text: without a bound 1 MiB of text would cost 200.
    public const int MostElements = 1 << 17;
    public const int MostShapeRank = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly FormatDialect _dialect;
    private int _at;
    private int _depth;
    private int _elements;
    private char _order = '@';
    private FormatFault? _fault;

    private FormatParser(ReadOnlySpan<char> text, FormatDialect dialect)
    {
        _text = text;
        _dialect = dialect;
    }

    /// <summary>The elements of a text, or null and the fault.</summary>
    public static FormatElement[]? Parse(ReadOnlySpan<char> text, FormatDialect dialect, out FormatFault? fault)
    {
        FormatParser parser = new(text, dialect);
        FormatElement[]? elements = parser.ParseText();
        fault = parser._fault;
        return fault is null ? elements : null;
    }

    private FormatElement[]? ParseText()
    {
        if (_text.Length > MostCharacters)
        {
            return Fail<FormatElement[]>($"A format of {_text.Length} characters was given: {MostCharacters} is the limit.", MostCharacters);
        }

        if (_text.IndexOf('\0') is >= 0 and int nul)
        {
            return Fail<FormatElement[]>("A format cannot hold a NUL character.", nul);
        }

        if (_dialect == FormatDialect.Struct && IsOrder(Peek()))
        {
            _order = _text[_at++];
        }

        return ParseSequence(insideRecord: false);
    }

    private FormatElement[]? ParseSequence(bool insideRecord)
    {
        List<FormatElement>? elements = null;
        while (true)
        {
            SkipBlanksAndOrders();
            char next = Peek();
            if (next == '\0')
            {
                return insideRecord ? Fail<FormatElement[]>("A record 'T{' is not closed: a '}' is missing.", _at) : ToArray(elements);
            }

            if (next == '}' && insideRecord)
            {
                _at++;
                return ToArray(elements);
            }

            FormatElement? element = ParseElement(takesName: true);
            if (element is null)
            {
                return null;
            }

            (elements ??= []).Add(element);
        }
    }

    private FormatElement? ParseElement(bool takesName)
    {
        int start = _at;
        if (++_depth > MostDepth)
        {
            return Fail<FormatElement>($"Records and pointers nest deeper than {MostDepth} levels.", start);
        }

        if (++_elements > MostElements)
        {
            return Fail<FormatElement>($"A format has at most {MostElements} elements: write repetitions as a count, '4i'.", start);
        }

        nint[]? shape = Peek() == '(' ? ParseShape() : null;
        SkipOrdersBeforeType();
        int typeStart = _at;
        nint count = _fault is null ? ParseCount() : -1;
        char order = _order;
        int codeStart = _at;
        FormatElement[] children = [];
        char code = _fault is null ? ParseType(ref children) : '\0';
        count = code == 'x' && count < 0 && shape is null ? ParsePadding() : count;
        int typeEnd = _at;
        string? name = takesName && _fault is null ? ParseName() : null;
        _depth--;
        return _fault is null
            ? new FormatElement(order, _order, shape, count, code, children, name, start, typeStart, codeStart, typeEnd)
            : null;
    }

    private char ParseType(ref FormatElement[] children)
    {
        char written = Peek();
        char code = Normalize(written);
        if (!IsKnown(code))
        {
            return FailType(written);
        }

        _at += code is 'F' or 'D' or 'G' or 'T' or 'X' ? 2 : 1;
        switch (code)
        {
            case 'T':
                children = ParseSequence(insideRecord: true) ?? [];
                break;
            case '&':
                SkipOrdersBeforeType();
                children = ParseElement(takesName: false) is { } target ? [target] : [];
                break;
            case 'X':
                SkipSignature();
                break;
        }

        return code;
    }

    // Zf, Zd and Zg get one letter each; T and X mean something only with their brace. Letters that stand for others are no codes themselves.
    private readonly char Normalize(char code) => (code, PeekAt(1)) switch
    {
        ('Z', 'f') => 'F',
        ('Z', 'd') => 'D',
        ('Z', 'g') => 'G',
        ('T' or 'X', not '{') or ('F' or 'D' or 'G', _) => '\0',
        _ => code,
    };

    private readonly bool IsKnown(char code) => FormatCodes.TryGet(code, out _) && _dialect switch
    {
        FormatDialect.Struct => FormatCodes.IsStruct(code) && !(IsStandard(_order) && FormatCodes.IsNativeOnly(code)),
        FormatDialect.NumPy => FormatCodes.IsNumPy(code, !IsStandard(_order)),
        _ => true,
    };
}
