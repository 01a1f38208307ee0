using System;

namespace MemoryViews;

// Single items, whatever stands around them.
public sealed partial class PythonView
{
    private const int MostScalar = 16;

    /// <summary>
    /// A view of the items alone, to be disposed. A buffer taken without a format says "B" and keeps the items' size, so 'B' may come with items
    /// of 4 bytes: CPython then takes the first byte of each.
    /// <code>
    ///   items of 4 bytes   |0···|1···|2···|      read as "B": bytes 0, 4, 8
    /// </code>
    /// </summary>
    private MemoryView Items()
    {
        ItemFormat format = View.Format;
        Layout layout = View.Layout;
        return format.Size == layout.ItemSize ? new(View)
            : format.Size < layout.ItemSize && format.NativeCode != '\0' && !layout.IsIndirect
                ? View.WithLayout(format, Layout.Strided(format.Size, layout.Shape, layout.Strides, layout.Offset))
            : throw Error.UnreadableItems(format.Text, format.Size, layout.ItemSize);
    }

    /// <summary>CPython's first look at a format: '@' or nothing, and one character. Whether its items can be read turns out when one is.</summary>
    private void CheckOneCode()
    {
        if (!View.Format.IsSingleNativeChar)
        {
            throw Error.NotNativeItem(View.Format.Text);
        }
    }

    private object? Load(ReadOnlySpan<AxisIndex> indices)
    {
        CheckReleased();
        if (IsStrict && View.Format.NativeCode == '\0')
        {
            throw Error.NotNativeItem(View.Format.Text);
        }

        using MemoryView items = Items();
        return items[indices];
    }

    // Converted first, stored then: the value may be user code that releases the view.
    private void Store(ReadOnlySpan<AxisIndex> indices, object? value) => Store(View.Format, indices, value);

    private void Store(ItemFormat format, ReadOnlySpan<AxisIndex> indices, object? value)
    {
        if (!IsStrict && format.NativeCode == '\0')
        {
            View[indices] = Plain(value);
            return;
        }

        Span<byte> scratch = stackalloc byte[MostScalar];
        Pack(format, value, scratch);
        CheckReleased();
        using MemoryView items = Items();
        using MemoryView item = items[At(indices)];
        item.WriteBytes(0, scratch[..(int)format.Size]);
    }

    // An OverflowError of user code becomes CPython's "invalid value for format"; only __bool__ may raise what it likes.
    private static void Pack(ItemFormat format, object? value, Span<byte> scratch)
    {
        try
        {
            PythonItem.Pack(format, value, scratch);
        }
        catch (OverflowException error) when (error is not IViewException && format.NativeCode != '?')
        {
            throw Error.ValueRaised(format.Text, error);
        }
    }

    private static Subscript[] At(ReadOnlySpan<AxisIndex> indices)
    {
        Subscript[] subscripts = new Subscript[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            subscripts[i] = indices[i];
        }

        return subscripts;
    }

    // Formats beyond CPython's know .NET numbers only.
    private static object? Plain(object? value) => value is not IPythonNumber number ? value
        : number.TryIndex(out Int128 index) ? index
        : number.TryFloat(out double real) ? real
        : number.ToBool();
}
