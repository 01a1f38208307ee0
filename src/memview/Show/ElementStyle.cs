using System;

namespace MemoryViews.Command;

/// <summary>How the items of an array are written so that their columns align: it sees all that will be shown first, then writes them.</summary>
internal abstract class ElementStyle
{
    public abstract void Observe(ReadOnlySpan<byte> item);

    public abstract string Format(ReadOnlySpan<byte> item);

    public static ElementStyle For(ItemFormat format) => format.Kind == ItemKind.Float && format.CanReadItems
        ? new FloatStyle(format)
        : new PaddedStyle(ItemPrinter.For(format), alignRight: format.Kind is not (ItemKind.Bytes or ItemKind.Byte or ItemKind.Text));
}

/// <summary>Integers, truth values and the rest: as wide as the widest. Text is not padded, its quotes say where it ends.</summary>
internal sealed class PaddedStyle(ItemPrinter printer, bool alignRight) : ElementStyle
{
    private int _width;

    public override void Observe(ReadOnlySpan<byte> item) => _width = alignRight ? Math.Max(_width, printer.PrintQuoted(item).Length) : 0;

    public override string Format(ReadOnlySpan<byte> item) => printer.PrintQuoted(item).PadLeft(_width);
}
