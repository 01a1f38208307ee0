using System;

namespace MemoryViews.Python;

/// <summary>A view's bytes as a Python bytes object, written into it without a copy between.</summary>
internal static unsafe class ViewBytes
{
    /// <summary>A new reference.</summary>
    public static nint New(MemoryView view, AxisOrder order)
    {
        nint length = view.ByteLength;
        if (length > int.MaxValue)
        {
            return NewLong(view, order);
        }

        nint bytes = PyCheck.Reference(Py.BytesFromStringAndSize(null, length));
        try
        {
            view.CopyTo(new Span<byte>(Py.BytesAsString(bytes), (int)length), order);
            return bytes;
        }
        catch
        {
            Py.DecRef(bytes);
            throw;
        }
    }

    // More than a span holds: the bytes object itself becomes the memory of a view of the same shape.
    private static nint NewLong(MemoryView view, AxisOrder order)
    {
        nint bytes = PyCheck.Reference(Py.BytesFromStringAndSize(null, view.ByteLength));
        try
        {
            AxisOrder given = order == AxisOrder.Any && view.IsFContiguous && !view.IsCContiguous ? AxisOrder.F : order == AxisOrder.F ? AxisOrder.F : AxisOrder.C;
            MemoryBlock block = MemoryBlock.Borrow(Py.BytesAsString(bytes), view.ByteLength, isReadOnly: false);
            Layout layout = Layout.Contiguous(view.ItemSize, view.Shape, given);
            using MemoryView target = MemoryView.Over(new BufferExport(null, block, layout, view.Format, isReadOnly: false));
            view.CopyTo(target);
            return bytes;
        }
        catch
        {
            Py.DecRef(bytes);
            throw;
        }
    }
}
