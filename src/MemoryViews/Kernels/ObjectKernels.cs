using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

        ReadRow row = new(format, destination);
        LoopNest.Run(in a, LoopOrder.C, ref row);
    }

    private static void CheckReadable(ItemFormat format, nint itemSize)
    {
        if (!format.CanReadItems)
        {
            throw Error.NotReadable(format.Text);
        }

        if (format.Size != itemSize)
        {
            throw Error.FormatSizeDiffers(format, itemSize);
        }
    }

    private static List<object?> Lists(scoped in Operand a, ItemFormat format)
    {
        ListBuilder builder = new(a.Layout.Shape.ToArray());
        ListRow row = new(format, builder);
        LoopNest.Run(in a, LoopOrder.C, ref row);
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

    private static object? Read(ItemFormat format, scoped ref byte place)
        => format.Read(MemoryMarshal.CreateReadOnlySpan(ref place, (int)format.Size));

    private ref struct ReadRow(ItemFormat format, Span<object?> destination) : IRowKernel
    {
        private readonly Span<object?> _destination = destination;
        private int _done;

        public bool Row(scoped ref byte a, nint strideA, nint count)
        {
            for (nint i = 0; i < count; i++)
            {
                _destination[_done++] = Read(format, ref Unsafe.AddByteOffset(ref a, i * strideA));
            }

            return true;
        }
    }

    private readonly struct ListRow(ItemFormat format, ListBuilder builder) : IRowKernel
    {
        public bool Row(scoped ref byte a, nint strideA, nint count)
        {
            for (nint i = 0; i < count; i++)
            {
                builder.Add(Read(format, ref Unsafe.AddByteOffset(ref a, i * strideA)));
            }

            return true;
        }
    }
}
