using System;

namespace MemoryViews.Files;

/// <summary>
/// Reads the type of a header's <c>descr</c>:
/// <code>
/// '&lt;f8'                                             a single value, by its typestr
/// [('x', '&lt;i4'), (('title', 'y'), '&lt;f8', (2, 3))]   a record; an entry ('', '|V4') is a gap of 4 bytes
/// ('&lt;i4', (2, 3))                                    an array of a type
/// {'names': [...], 'formats': [...], 'offsets': [...], 'itemsize': n}
/// </code>
/// The literal's bounded nesting bounds the recursion.
/// </summary>
internal readonly ref partial struct TypeReader(NpyOptions options)
{
    private readonly NpyOptions _options = options;

    public ItemType Read(LiteralValue description) => description switch
    {
        LiteralText text => ReadTypestr(text.Value),
        LiteralSequence { IsTuple: true, Items: [var type, var shape] } => Read(type).Times(ReadShape(shape)),
        LiteralSequence { IsTuple: false } list => ReadFields(list),
        LiteralDictionary dictionary => ReadDictionary(dictionary),
        _ => throw Error.TypeForm(description),
    };

    /// <summary>A shape: a tuple or list of lengths, or one length alone.</summary>
    public static nint[] ReadShape(LiteralValue value)
    {
        const string What = "the shape of a sub-array";
        return value switch
        {
            LiteralInteger integer => [Extent(integer, What)],
            LiteralSequence sequence => Extents(sequence, What),
            _ => throw Error.HeaderValue(What, value, "a tuple of integers"),
        };
    }

    /// <summary>The lengths of a sequence, each 0 or more, no more of them than a view has axes.</summary>
    public static nint[] Extents(LiteralSequence sequence, string what)
    {
        if (sequence.Items.Count > Layout.MaxRank)
        {
            throw Error.Rank(what, sequence.Items.Count);
        }

        nint[] shape = new nint[sequence.Items.Count];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = Extent(sequence.Items[i], what);
        }

        return shape;
    }

    private static nint Extent(LiteralValue value, string what)
    {
        if (value is not LiteralInteger { Value: Int128 extent })
        {
            throw Error.HeaderValue(what, value, "a tuple of integers");
        }

        return extent >= 0 && extent <= nint.MaxValue ? (nint)extent : throw Error.Extent(what, extent);
    }

    private ItemType ReadTypestr(string typestr)
    {
        ReadOnlySpan<char> bare = typestr.AsSpan(typestr is ['<' or '>' or '=' or '|', ..] ? 1 : 0);
        if (bare is ['O', ..])
        {
            throw Error.PickledObjects();
        }

        return bare is ['M' or 'm', ..] ? ReadDate(typestr, bare) : Parse(typestr, typestr);
    }

    // A count of units since 1970, or between two moments; the unit is told in brackets: '<M8[ns]', 'm8[25s]'.
    private ItemType ReadDate(string typestr, ReadOnlySpan<char> bare)
    {
        bool isKnown = bare.Length > 1 && bare[1] == '8' && (bare.Length == 2 || (bare[2] == '[' && bare[^1] == ']'));
        if (!isKnown)
        {
            throw Error.UnknownType(typestr, null);
        }

        return _options.DatesAsIntegers ? Parse($"{(typestr[0] == '>' ? '>' : '<')}i8", typestr) : throw Error.Dates(typestr);
    }

    private static ItemType Parse(string typestr, string written)
    {
        ItemFormat format;
        try
        {
            format = ItemFormat.FromTypestr(typestr);
        }
        catch (ViewSyntaxException e)
        {
            throw Error.UnknownType(written, e);
        }

        bool isForeign = format.Text[0] is '<' or '>';
        return ItemType.Scalar(format.Text[(isForeign ? 1 : 0)..], isForeign, ItemType.Check(format.Size));
    }
}
