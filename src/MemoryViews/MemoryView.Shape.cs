using System;

namespace MemoryViews;

// Axes moved, turned, repeated and regrouped: every one gives a view of the same memory, or says that PEP 3118 has no words for it.
public sealed partial class MemoryView
{
    /// <summary>The axes the other way round. Python: NumPy's <c>.T</c>.</summary>
    /// <exception cref="ViewNotSupportedException">An axis would move across a pointer.</exception>
    public MemoryView Transpose() => With(Live.Permute());

    /// <summary>The axes in another order. Python: NumPy's <c>transpose(axes)</c>.</summary>
    /// <param name="axes">Each axis once, in the new order; negative ones count from the end.</param>
    /// <exception cref="ViewArgumentException">Not a permutation of the axes.</exception>
    /// <exception cref="ViewNotSupportedException">An axis would move across a pointer.</exception>
    public MemoryView Permute(params ReadOnlySpan<int> axes) => With(Live.Permute(axes));

    /// <summary>One axis the other way round: Python's <c>[::-1]</c>.</summary>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ViewArgumentException">No such axis.</exception>
    public MemoryView Flip(int axis = 0) => With(Live.Flip(axis));

    /// <summary>The same items, in C order, in another shape. Never copies.</summary>
    /// <param name="shape">Items along each axis; one may be -1 and is filled in.</param>
    /// <exception cref="ViewArgumentException">The products of the shapes differ.</exception>
    /// <exception cref="ViewNotSupportedException">The items lie so that a copy would be needed: <see cref="ToArray{T}"/> makes one.</exception>
    public MemoryView Reshape(params ReadOnlySpan<nint> shape) => With(Live.Reshape(shape));

    /// <summary>Axes of length 1 repeated, and first axes put in, with stride 0. Python: NumPy's <c>broadcast_to</c>.</summary>
    /// <param name="shape">The shape wanted.</param>
    /// <returns>A read-only view: its items lie on top of each other.</returns>
    /// <exception cref="ViewArgumentException">From the last axis back, a length is neither equal nor 1.</exception>
    public MemoryView BroadcastTo(params ReadOnlySpan<nint> shape)
    {
        Layout layout = Live.BroadcastTo(shape);
        return With(layout.WithHolder(layout.Tag, ReadOnlyFlag));
    }

    /// <summary>
    /// Overlapping windows along one axis: that axis then counts windows, and a new last axis runs inside each. Python: NumPy's
    /// <c>sliding_window_view</c>, with a step.
    /// </summary>
    /// <param name="size">Items in a window.</param>
    /// <param name="step">Items from the start of a window to the start of the next.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <returns>A view that is read-only where windows overlap (<paramref name="step"/> below <paramref name="size"/>).</returns>
    /// <exception cref="ViewArgumentException">No such axis, size or step.</exception>
    /// <exception cref="ViewNotSupportedException">The axis, or one behind it, follows a pointer.</exception>
    /// <example>A moving sum over 4 samples: <c>foreach (MemoryView w in view.Windows(4).Along())</c>.</example>
    public MemoryView Windows(nint size, nint step = 1, int axis = 0)
    {
        Layout layout = Live.Windows(axis, size, step);
        return With(layout.WithHolder(layout.Tag, (ushort)(step < size ? ReadOnlyFlag : layout.Flags)));
    }

    /// <summary>The same memory, read-only. Python: <c>toreadonly()</c>.</summary>
    public MemoryView AsReadOnly() => With(_layout.WithHolder(_layout.Tag, ReadOnlyFlag));

    /// <summary>
    /// The view's memory under any format and layout, checked against the bytes the exporter lent: NumPy's <c>as_strided</c>, without its danger.
    /// </summary>
    /// <param name="format">What an item is.</param>
    /// <param name="layout">Where the items lie; offsets count from the start of the exporter's memory, as <see cref="Layout"/> gives them.</param>
    /// <exception cref="ViewArgumentException">The layout reaches outside the bytes lent, follows pointers, or has another item size than the format.</exception>
    public MemoryView WithLayout(ItemFormat format, Layout layout)
    {
        ArgumentNullException.ThrowIfNull(format);
        ThrowIfReleased();
        if (format.Size != layout.ItemSize)
        {
            throw Error.ItemSizeMismatch(format.Text, format.Size, layout.ItemSize);
        }

        if (layout.IsIndirect)
        {
            throw Error.IndirectAxis("WithLayout", "make a BufferExport over the pointer table instead");
        }

        (nint low, nint high) = Loan.LentBytes;
        layout.CheckFits(low, high);
        return With(format, layout);
    }
}
