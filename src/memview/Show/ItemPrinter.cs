using System;
using System.Collections.Generic;
using System.Text;

namespace MemoryViews.Command;

/// <summary>Turns the bytes of one item into text. Made once for a format, used for every item of it.</summary>
internal abstract class ItemPrinter
{
    /// <summary>The item's text, as it stands in a cell or alone.</summary>
    public abstract string Print(ReadOnlySpan<byte> item);

    /// <summary>The item's text inside brackets, where text needs quotes.</summary>
    public virtual string PrintQuoted(ReadOnlySpan<byte> item) => Print(item);

    public static ItemPrinter For(ItemFormat format)
    {
        if (PackedIntegers.CodecOf(format) is { } codec)
        {
            return new PackedIntegerPrinter(codec);
        }

        if (Moments.TypeOf(format) is { } type)
        {
            return new MomentPrinter(type, format.Fields[0].Format);
        }

        if (ItemShapes.IsBytes(format) || !format.CanReadItems)
        {
            return new BytesPrinter();
        }

        return format.Kind switch
        {
            ItemKind.Record => new RecordPrinter(format),
            ItemKind.SubArray => For(format.Fields[0]),
            ItemKind.Bytes or ItemKind.Byte => new TextPrinter(),
            _ => new ValuePrinter(format),
        };
    }

    public static ItemPrinter For(ItemField field) => ItemShapes.IsBytes(field) ? new BytesPrinter()
        : field.SubShape.Length == 0 ? For(field.Format)
        : new SubArrayPrinter(For(field.Format), field.Format.Size, field.SubShape.ToArray());
}

/// <summary>Bytes without a meaning of their own, in hexadecimal.</summary>
internal sealed class BytesPrinter : ItemPrinter
{
    public override string Print(ReadOnlySpan<byte> item) => Convert.ToHexStringLower(item);
}

/// <summary>Integers of three bytes.</summary>
internal sealed class PackedIntegerPrinter(string codec) : ItemPrinter
{
    public override string Print(ReadOnlySpan<byte> item) => ValueText.Of(PackedIntegers.Read(codec, item));
}

/// <summary>NumPy's dates and durations.</summary>
internal sealed class MomentPrinter(string type, ItemFormat count) : ItemPrinter
{
    public override string Print(ReadOnlySpan<byte> item) => Moments.Text(type, (long)count.Read(item)!);
}

/// <summary>Text of a fixed width, in bytes.</summary>
internal sealed class TextPrinter : ItemPrinter
{
    public override string Print(ReadOnlySpan<byte> item) => FieldText.Of(item);

    public override string PrintQuoted(ReadOnlySpan<byte> item) => FieldText.Quoted(Print(item));
}

/// <summary>Numbers, truth values, pointers, text of wide characters: what the format itself reads.</summary>
internal sealed class ValuePrinter(ItemFormat format) : ItemPrinter
{
    public override string Print(ReadOnlySpan<byte> item) => ValueText.Of(format.Read(item));

    public override string PrintQuoted(ReadOnlySpan<byte> item) => format.Kind == ItemKind.Text ? FieldText.Quoted(Print(item)) : Print(item);
}

/// <summary>[1 2 3], nested as deep as the shape.</summary>
internal sealed class SubArrayPrinter(ItemPrinter unit, nint unitSize, nint[] shape) : ItemPrinter
{
    public override string Print(ReadOnlySpan<byte> item)
    {
        StringBuilder text = new();
        Append(text, item, 0);
        return text.ToString();
    }

    private void Append(StringBuilder text, ReadOnlySpan<byte> bytes, int axis)
    {
        if (axis == shape.Length)
        {
            text.Append(unit.PrintQuoted(bytes));
            return;
        }

        int each = bytes.Length / (int)Math.Max(shape[axis], 1);
        text.Append('[');
        for (int i = 0; i < shape[axis] && unitSize > 0; i++)
        {
            text.Append(i > 0 ? " " : "");
            Append(text, bytes.Slice(i * each, each), axis + 1);
        }

        text.Append(']');
    }
}

/// <summary>(1, 2, 3): a record that stands inside something else.</summary>
internal sealed class RecordPrinter : ItemPrinter
{
    private readonly List<(ItemField Field, int Size, ItemPrinter Printer)> _fields = [];

    public RecordPrinter(ItemFormat format)
    {
        foreach (ItemField field in format.Fields)
        {
            _fields.Add((field, (int)TableColumn.SizeOf(field), For(field)));
        }
    }

    public override string Print(ReadOnlySpan<byte> item)
    {
        StringBuilder text = new("(");
        foreach ((ItemField field, int size, ItemPrinter printer) in _fields)
        {
            text.Append(text.Length > 1 ? ", " : "").Append(printer.PrintQuoted(item.Slice((int)field.Offset, size)));
        }

        return text.Append(')').ToString();
    }
}
