using System;
using System.Linq;
using System.Text;

namespace MemoryViews.Files;

/// <summary>What a header says: the item, the shape, the order, and where the items start.</summary>
internal sealed class NpyHeader
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private NpyHeader(NpyPrefix prefix, string description, ItemFormat format, nint[] shape, AxisOrder order)
    {
        Version = new Version(prefix.Major, 0);
        DataOffset = prefix.DataOffset;
        Description = description;
        Format = format;
        Shape = shape;
        Order = order;
        ByteLength = SizeOf(shape, format.Size);
    }

    public Version Version { get; }

    public nint DataOffset { get; }

    public string Description { get; }

    public ItemFormat Format { get; }

    public nint[] Shape { get; }

    public AxisOrder Order { get; }

    /// <summary>Bytes of all items.</summary>
    public nint ByteLength { get; }

    /// <summary>Reads the header's text.</summary>
    /// <param name="prefix">The prefix in front of it.</param>
    /// <param name="header">The bytes of the header, as many as the prefix says.</param>
    /// <param name="options">What is allowed.</param>
    public static NpyHeader Parse(NpyPrefix prefix, ReadOnlySpan<byte> header, NpyOptions options)
    {
        string text = Decode(prefix, header);
        LiteralValue value = LiteralParser.Parse(text, takesLongSuffix: prefix.Major < 3);
        LiteralDictionary dictionary = value as LiteralDictionary ?? throw Error.HeaderNoDictionary(value);
        if (!dictionary.Entries.Keys.Order(StringComparer.Ordinal).SequenceEqual(["descr", "fortran_order", "shape"]))
        {
            throw Error.HeaderKeys(string.Join(", ", dictionary.Entries.Keys));
        }

        LiteralValue shape = dictionary.Entries["shape"], order = dictionary.Entries["fortran_order"];
        nint[] lengths = shape is LiteralSequence { IsTuple: true } tuple
            ? TypeReader.Extents(tuple, "the shape")
            : throw Error.HeaderValue("shape", shape, "a tuple of integers");
        bool isFortran = order is LiteralBoolean boolean ? boolean.Value : throw Error.HeaderValue("fortran_order", order, "True or False");
        ItemType type = new TypeReader(options).Read(dictionary.Entries["descr"]);

        // An array of sub-arrays has their axes behind its own, as NumPy has it. In Fortran order too they stay inside the item: those are not plain.
        if (type.Shape.Length > 0 && isFortran)
        {
            throw Error.FortranSubArrays();
        }

        return new NpyHeader(prefix, DescriptionOf(text, dictionary), TypeText.Format(type), Join(lengths, type.Shape), isFortran ? AxisOrder.F : AxisOrder.C);
    }

    /// <summary>Where the items lie, counted from the start of the file.</summary>
    public Layout LayoutAt(nint offset) =>
        Layout.Strided(Format.Size, Shape, Layout.Contiguous(Format.Size, Shape, Order).Strides, offset);

    private static string Decode(NpyPrefix prefix, ReadOnlySpan<byte> header)
    {
        if (prefix.Major < 3)
        {
            return Encoding.Latin1.GetString(header);
        }

        try
        {
            return s_utf8.GetString(header);
        }
        catch (DecoderFallbackException e)
        {
            throw Error.HeaderNotUtf8(e);
        }
    }

    private static nint[] Join(nint[] shape, nint[] inner) =>
        shape.Length + inner.Length <= Layout.MaxRank ? [.. shape, .. inner] : throw Error.Rank("the shape", shape.Length + inner.Length);

    // The text of the type as it stands in the header: up to the value that follows it, without the comma and key between.
    private static string DescriptionOf(string text, LiteralDictionary dictionary)
    {
        int start = dictionary.Entries["descr"].Position, end = LiteralParser.EndOf(text, start);
        return text[start..end];
    }

    private static nint SizeOf(nint[] shape, nint itemSize)
    {
        // A factor has 63 bits at most and the product is checked after each, so 128 bits hold it. One axis of 0 makes all 0, wherever it stands.
        Int128 size = shape.Contains(0) ? 0 : itemSize;
        foreach (nint extent in shape)
        {
            size *= extent;
            if (size > nint.MaxValue)
            {
                throw Error.SizeOverflow($"({string.Join(", ", shape)})", itemSize);
            }
        }

        return (nint)size;
    }
}
