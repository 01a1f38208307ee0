using System;
using System.Globalization;
using System.Text;

namespace MemoryViews.Command;

/// <summary>
/// The type language: what three communities write, turned into one PEP 3118 format.
/// <code>
/// type    := ['@'] record | element              record := name ':' element { ',' name ':' element }
/// element := scalar [ '[' n {',' n} ']' ]        scalar := name | '{' record '}' | a struct or PEP 3118 format
/// </code>
/// Records are packed unless '@' is written, which aligns their fields as a C compiler would.
/// </summary>
internal ref partial struct TypeParser
{
    private readonly string _text;
    private readonly StringBuilder _format = new();
    private readonly bool _aligned;
    private int _at;
    private int _nestedAt;

    private TypeParser(string text)
    {
        _text = text;
        _aligned = text.StartsWith('@') && IsRecord(text, 1);
        _at = _aligned ? 1 : 0;
    }

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The format of a type.</summary>
    /// <exception cref="Refusal">The text is no type; the message points at the character.</exception>
    public static ItemFormat Parse(string text)
    {
        ItemFormat format = ToFormat(text);
        return format.Size is > 0 and <= int.MaxValue ? format : throw Error.TypeSize(text, format.Size);
    }

    private static ItemFormat ToFormat(string text)
    {
        TypeParser parser = new(text.Trim());
        try
        {
            return parser.ReadAll();
        }
        catch (Exception e) when (e is ViewSyntaxException or ViewNotSupportedException)
        {
            // Every part was read alone; what they make together can still be too much.
            throw Error.UnknownType(parser._text, 0, Sentence(e));
        }
    }

    private static string Sentence(Exception failure)
    {
        string reason = (failure is ViewSyntaxException syntax ? syntax.Reason : failure.Message).TrimEnd('.');
        return char.ToLowerInvariant(reason[0]) + reason[1..];
    }

    private ItemFormat ReadAll()
    {
        if (IsRecord(_text, _at))
        {
            ReadRecord('\0');
        }
        else
        {
            ReadElement('\0');
        }

        if (_at < _text.Length)
        {
            throw Fail("after a type comes nothing, or its array lengths: f4le[3]");
        }

        return ItemFormat.Parse(_format.ToString());
    }

    // name:element — but not "T{<I:sec:}", whose braces come first.
    private static bool IsRecord(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end > start && !char.IsDigit(text[start]) && end < text.Length && text[end] == ':';
    }

    private void ReadRecord(char end)
    {
        _format.Append("T{");
        do
        {
            int start = _at;
            string name = ReadName();
            if (Next != ':')
            {
                throw Fail("a record's fields are name:type, with commas between them");
            }

            _at++;
            ReadElement(end);
            _format.Append(':').Append(name).Append(':');
        }
        while (Accept(','));
        _format.Append('}');
    }

    private bool Accept(char wanted)
    {
        if (Next != wanted)
        {
            return false;
        }

        _at++;
        while (Next == ' ')
        {
            _at++;
        }

        return true;
    }

    private string ReadName()
    {
        int start = _at;
        while (char.IsLetterOrDigit(Next) || Next == '_')
        {
            _at++;
        }

        return _at > start && !char.IsDigit(_text[start]) ? _text[start.._at] : throw Fail("a field is name:type, and its name starts with a letter or '_'");
    }

    private void ReadElement(char end)
    {
        int start = _at;
        if (Next == '{')
        {
            ReadNested();
        }
        else
        {
            _at = ScalarEnd(start, end);
        }

        ReadOnlySpan<char> scalar = _text.AsSpan(start, _at - start);
        int insert = _format.Length;
        if (!scalar.StartsWith('{'))
        {
            _format.Append(CodeOf(scalar.TrimEnd(' '), start));
        }

        if (Next == '[')
        {
            string shape = ReadShape();
            _format.Insert(scalar.StartsWith('{') ? _nestedAt : insert, shape);
        }
    }

    private void ReadNested()
    {
        int at = _format.Length;
        _at++;
        ReadRecord('}');
        if (!Accept('}'))
        {
            throw Fail("a nested record ends in '}'");
        }

        _nestedAt = at;
    }

    /// <summary>Where a scalar ends: at the comma, bracket or brace that belongs to what is around it, not to a PEP 3118 format's own.</summary>
    private readonly int ScalarEnd(int start, char end)
    {
        int depth = 0, at = start;
        for (; at < _text.Length; at++)
        {
            char c = _text[at];
            if (depth == 0 && (c is ',' || (c == '[' && !IsUnit(start, at)) || (c == end && end != '\0')))
            {
                break;
            }

            depth += c is '{' or '(' or '[' ? 1 : c is '}' or ')' or ']' ? -1 : 0;
        }

        return at;
    }

    // M8[s]: these brackets belong to the name.
    private readonly bool IsUnit(int start, int at) => _text.AsSpan(start, at - start).TrimStart("<>=|") is "M8" or "m8";

    private string ReadShape()
    {
        StringBuilder shape = new("(");
        _at++;
        do
        {
            int start = _at;
            while (char.IsAsciiDigit(Next))
            {
                _at++;
            }

            if (!int.TryParse(_text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length < 1)
            {
                _at = start;
                throw Fail("an array's lengths are 1 or more, as in f4le[3] or u1[4,4]");
            }

            shape.Append(shape.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{length}");
        }
        while (Accept(','));
        return Accept(']') ? shape.Append(')').ToString() : throw Fail("an array's lengths end in ']'");
    }

    private readonly Refusal Fail(string? hint) => Error.UnknownType(_text, Math.Min(_at, _text.Length), hint);
}
