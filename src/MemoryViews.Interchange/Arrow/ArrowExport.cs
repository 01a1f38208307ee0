using System;

namespace MemoryViews.Interchange;

/// <summary>Decides whether and how a view goes to Arrow, and writes both structures: either both are filled, or none.</summary>
internal static unsafe class ArrowExport
{
    private const string Standard = "Arrow";

    public static void Write(MemoryView view, ArrowArray* array, ArrowSchema* schema, string name, CopyPolicy copy)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw Error.ArrowName();
        }

        string format = Check(view);
        using MemoryView? copied = CopyFor(view, format, copy);
        nint[] shape = view.Shape.ToArray();
        PinnedItems items = new(copied ?? view);
        try
        {
            ArrowSchema type = ArrowSchemaNode.Of(shape, format, name);
            *array = ArrowArrayNode.Of(shape, items);
            *schema = type;
        }
        finally
        {
            items.LetGo();
        }
    }

    /// <summary>The format of the items, where no copy could help with what is wrong.</summary>
    private static string Check(MemoryView view)
    {
        string format = ArrowTypes.Of(view.Format) ?? throw Error.NotAnArrowType(view.Format);
        if (view.Format.Size != view.ItemSize)
        {
            throw Error.SizeDiffers(Standard, view.Format, view.ItemSize);
        }

        CheckShape(view.Shape);
        return format;
    }

    private static void CheckShape(ReadOnlySpan<nint> shape)
    {
        if (shape.Length == 0)
        {
            throw Error.ArrowShape(shape, "an array has a length. Reshape(1) gives the item one");
        }

        Int128 items = shape[0];
        for (int axis = 1; axis < shape.Length; axis++)
        {
            // A shape without items may have lengths whose product no number holds; each level of lists says its own.
            items *= shape[axis];
            if (shape[axis] > int.MaxValue || items > long.MaxValue)
            {
                throw Error.ArrowShape(shape, $"lists are at most {int.MaxValue} long, and items of a level counted to {long.MaxValue}");
            }
        }
    }

    /// <summary>A copy where the policy wants or needs one; null where the view goes as it is.</summary>
    private static MemoryView? CopyFor(MemoryView view, string format, CopyPolicy copy)
    {
        Exception? obstacle = !view.Format.IsNativeOrder ? Error.ForeignOrder(Standard, view.Format)
            : !view.IsCContiguous ? Error.ArrowStrided(view.Layout)
            : format == ArrowTypes.Bits ? Error.BoolAsBits()
            : null;
        if (obstacle is not null && copy == CopyPolicy.Never)
        {
            throw obstacle;
        }

        if (obstacle is null && copy != CopyPolicy.Always)
        {
            return null;
        }

        ItemFormat native = ArrowTypes.FormatOf(format)!;
        MemoryView contiguous = ContiguousCopy.Of(view, native);
        return format == ArrowTypes.Bits ? Packed(contiguous) : contiguous;
    }

    private static MemoryView Packed(MemoryView bytes)
    {
        using (bytes)
        {
            nint count = bytes.ItemCount;
            MemoryView bits = ContiguousCopy.New(ItemFormat.Parse("B"), [(count >> 3) + ((count & 7) + 7 >> 3)]);
            using System.Buffers.MemoryHandle from = bytes.Pin(), to = bits.Pin();
            BitItems.Pack((byte*)from.Pointer, (byte*)to.Pointer, count);
            return bits;
        }
    }
}
