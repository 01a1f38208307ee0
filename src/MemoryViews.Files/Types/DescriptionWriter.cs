using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Files;

/// <summary>
/// A buffer format as NumPy's <c>dtype.descr</c>, the way Python prints it: gaps are entries without a name, fields without a name get NumPy's
/// (f0, f1, ...). The opposite of <see cref="TypeReader"/>.
/// </summary>
internal sealed class DescriptionWriter
{
    private DescriptionWriter(string text, nint[] innerShape)
    {
        Text = text;
        InnerShape = innerShape;
    }

    public string Text { get; }

    /// <summary>The shape of an item that is an array itself: its axes go behind the view's.</summary>
    public nint[] InnerShape { get; }

    /// <summary>Describes the items of a view.</summary>
    /// <param name="format">Their format.</param>
    /// <param name="itemSize">Their size in bytes, which may be more than the format's: the rest is a gap.</param>
    public static DescriptionWriter Describe(ItemFormat format, nint itemSize)
    {
        if (format.Size > itemSize || format.Kind == ItemKind.Unknown)
        {
            throw Error.NotSavable(format.Text);
        }

        if (format.Size == itemSize && IsArray(format, out ItemField only))
        {
            return new DescriptionWriter(TypeOf(only.Format, only.Format.Size), only.SubShape.ToArray());
        }

        return new DescriptionWriter(TypeOf(format, itemSize), []);
    }

    // "3i" and "(3)i" alone are arrays of three; "T{3i}" is a record with one in it.
    private static bool IsArray(ItemFormat format, out ItemField only)
    {
        only = format.Fields is [{ Name: null, Offset: 0, SubShape.IsEmpty: false } field] ? field : default;
        return only.Format is not null && !format.Text.AsSpan().TrimStart("@=<>!^ ").StartsWith("T{");
    }

    private static string TypeOf(ItemFormat format, nint size)
    {
        if (format.ToTypestr() is { } typestr && format.Size == size)
        {
            return typestr is [_, 'O', ..] ? throw Error.NotSavable(format.Text) : PythonText.Quote(typestr);
        }

        return format.Kind == ItemKind.Record || format.Fields.Count > 0 ? Record(format, size) : throw Error.NotSavable(format.Text);
    }

    private static string Record(ItemFormat record, nint size)
    {
        HashSet<string> taken = [.. record.Fields.Select(field => field.Name).OfType<string>()];
        List<string> parts = [];
        nint end = 0;
        for (int i = 0; i < record.Fields.Count; i++)
        {
            ItemField field = record.Fields[i];
            AddGap(parts, field.Offset - end);
            parts.Add(Field(field, field.Name ?? FreeName(taken, i)));
            end = field.Offset + SizeOf(field);
        }

        AddGap(parts, size - end);
        return $"[{string.Join(", ", parts)}]";
    }

    private static string Field(ItemField field, string name)
    {
        string shape = field.SubShape.IsEmpty ? "" : $", {PythonText.Tuple(field.SubShape.Span)}";
        return $"({PythonText.Quote(name)}, {TypeOf(field.Format, field.Format.Size)}{shape})";
    }

    private static string FreeName(HashSet<string> taken, int index)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"f{index}");
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    private static void AddGap(List<string> parts, nint bytes)
    {
        if (bytes > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"('', '|V{bytes}')"));
        }
    }

    // The format has been laid out, so the product fits.
    private static nint SizeOf(ItemField field)
    {
        nint size = field.Format.Size;
        foreach (nint extent in field.SubShape.Span)
        {
            size *= extent;
        }

        return size;
    }
}
