namespace MemoryViews.Interchange;

/// <summary>Copies for the other side, in native memory: as large as wanted, in C order, in host byte order.</summary>
internal static class ContiguousCopy
{
    /// <summary>A writable copy with the same shape. The view owns its memory.</summary>
    public static MemoryView Of(MemoryView view, ItemFormat format)
    {
        MemoryView copy = New(format, view.Shape.ToArray());
        if (view.Format.Equals(format))
        {
            copy.CopyFrom(view);
        }
        else
        {
            view.ConvertTo(copy);
        }

        return copy;
    }

    /// <summary>New memory of zeros, closed with the view.</summary>
    public static MemoryView New(ItemFormat format, nint[] shape)
    {
        Layout layout = Layout.Contiguous(format.Size, shape);
        NativeBuffer buffer = NativeBuffer.Allocate(layout.ByteLength);
        return MemoryView.Over(new BufferExport(buffer, buffer, layout, format, isReadOnly: false, buffer.Dispose));
    }
}
