using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>Items as .NET objects.</summary>
internal static class ObjectKernels
{
    /// <summary>
    /// Lists of lists of items, one level an axis; the bare item for rank 0. An empty axis ends the nesting: (3, 0, 2) is three empty lists.
    /// Python: <c>tolist</c>.
    /// </summary>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    /// <exception cref="ViewArgumentException">The format has another size than the items.</exception>
    /// <exception cref="ViewOperationException">An axis is longer than a list may be.</exception>
    public static object? ToList(scoped in Operand a, ItemFormat format)
    {
        CheckReadable(format, a.Layout.ItemSize);
        ReadOnlySpan<nint> shape = a.Layout.Shape;
        if (shape.ContainsAnyExceptInRange(0, Array.MaxLength))
        {
            throw Error.ListTooLong(shape, Array.MaxLength);
        }

        if (shape.IsEmpty)
        {
            object?[] item = new object?[1];
            CopyItems(in a, format, item);
            return item[0];
        }

        int empty = shape.IndexOf(0);
        return empty >= 0 ? EmptyLists(shape[..(empty + 1)]) : Lists(in a, format);
    }

    /// <summary>The items in C order, into a span that holds them all.</summary>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    /// <exception cref="ViewArgumentException">The format has another size than the items, or the destination is too short.</exception>
    public static void CopyItems(scoped in Operand a, ItemFormat format, scoped Span<object?> destination)
    {
        CheckReadable(format, a.Layout.ItemSize);
        if (destination.Length < a.Layout.ItemCount)
        {
            throw Error.DestinationTooShort(a.Layout.ItemCount, destination.Length);
        }

        SpanTask task = new(in a, destination);
        Boxers.Choose(format, ref task);
    }

    private static void CheckReadable(ItemFormat format, nint itemSize)
    {
        if (!format.CanReadItems)
        {
            throw Error.NotReadable(format.Text);
        }

        if (format.Size != itemSize)
        {
            throw Error.FormatSizeDiffers(format.Text, format.Size, itemSize);
        }
    }

    private static List<object?> Lists(scoped in Operand a, ItemFormat format)
    {
        ListBuilder builder = new(a.Layout.Shape.ToArray());
        ListTask task = new(in a, builder);
        Boxers.Choose(format, ref task);
        return builder.Whole;
    }

    // As deep as the rank, never as deep as the data.
    private static List<object?> EmptyLists(ReadOnlySpan<nint> shape)
    {
        List<object?> list = new((int)shape[0]);
        for (nint i = 0; i < shape[0]; i++)
        {
            list.Add(EmptyLists(shape[1..]));
        }

        return list;
    }

    private readonly ref struct SpanTask : IBoxerTask
    {
        private readonly Operand _a;
        private readonly Span<object?> _destination;

        public SpanTask(in Operand a, Span<object?> destination)
        {
            _a = a;
            _destination = destination;
        }

        public void Run<TBoxer>(TBoxer boxer)
            where TBoxer : struct, IBoxer
        {
            BoxRows<TBoxer> rows = new(boxer, _destination);
            LoopNest.Run(in _a, LoopOrder.C, ref rows);
        }
    }

    private readonly ref struct ListTask : IBoxerTask
    {
        private readonly Operand _a;
        private readonly ListBuilder _builder;

        public ListTask(in Operand a, ListBuilder builder)
        {
            _a = a;
            _builder = builder;
        }

        public void Run<TBoxer>(TBoxer boxer)
            where TBoxer : struct, IBoxer
        {
            ListRows<TBoxer> rows = new(boxer, _builder);
            LoopNest.Run(in _a, LoopOrder.C, ref rows);
        }
    }
}
