using System;

namespace MemoryViews;

// The same bytes under another format. Python allows bytes to or from one format, C-contiguous; here any two formats, and any layout
// whose last axis is one run.
public sealed partial class MemoryView
{
    /// <summary>
    /// The same bytes as items of another format. A contiguous view becomes one axis (in memory order, as Python's); any other keeps its axes and
    /// stretches or shrinks the last, which must be one run. Python: <c>cast(format)</c>.
    /// </summary>
    /// <param name="format">The format: "h", "&lt;f", "T{&lt;I:sec:&lt;I:usec:}".</param>
    /// <exception cref="ViewSyntaxException">The format cannot be parsed.</exception>
    /// <exception cref="ViewArgumentException">The bytes do not divide into items of the format.</exception>
    /// <exception cref="ViewOperationException">The last axis is not one run.</exception>
    public MemoryView Cast(string format) => Cast(ItemFormat.Parse(format));

    /// <summary>The same bytes as items of another format in a shape of its own. Python: <c>cast(format, shape)</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="shape">Items along each axis; empty for one item, as in Python; one may be -1 and is filled in.</param>
    /// <param name="order">Which axis of the shape varies fastest. Python 3.16: <c>order=</c>.</param>
    /// <exception cref="ViewSyntaxException">The format cannot be parsed.</exception>
    /// <exception cref="ViewArgumentException">The shape's items take more or fewer bytes than there are.</exception>
    /// <exception cref="ViewOperationException">The last axis is not one run.</exception>
    /// <exception cref="ViewNotSupportedException">The bytes lie so that the shape would need a copy.</exception>
    public MemoryView Cast(string format, ReadOnlySpan<nint> shape, AxisOrder order = AxisOrder.C) => Cast(ItemFormat.Parse(format), shape, order);

    /// <inheritdoc cref="Cast(string)"/>
    public MemoryView Cast(ItemFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        ThrowIfReleased();
        return With(format, CastLayout(format));
    }

    /// <inheritdoc cref="Cast(string, ReadOnlySpan{nint}, AxisOrder)"/>
    public MemoryView Cast(ItemFormat format, ReadOnlySpan<nint> shape, AxisOrder order = AxisOrder.C)
    {
        ArgumentNullException.ThrowIfNull(format);
        ThrowIfReleased();
        Layout items = CastLayout(format);
        if (order != AxisOrder.F)
        {
            return With(format, items.Reshape(shape));
        }

        if (shape.Length > Layout.MaxRank)
        {
            throw Error.RankTooHigh(shape.Length, Layout.MaxRank);
        }

        // Fortran order is C order of the shape turned round, turned back.
        Span<nint> turned = stackalloc nint[shape.Length];
        shape.CopyTo(turned);
        turned.Reverse();
        return With(format, items.Reshape(turned).Permute());
    }

    /// <summary>The same bytes as items of a .NET type.</summary>
    /// <typeparam name="T">The item type; a struct becomes a record of its fields.</typeparam>
    /// <exception cref="ViewArgumentException">The bytes do not divide into items of the type.</exception>
    /// <exception cref="ViewOperationException">The last axis is not one run.</exception>
    public MemoryView Cast<T>()
        where T : unmanaged => Cast(ItemFormat.Of<T>());

    private Layout CastLayout(ItemFormat format)
    {
        nint size = format.Size;
        if (size == _layout.ItemSize && !_layout.IsContiguous)
        {
            return _layout;
        }

        if (size is < 1 or > int.MaxValue)
        {
            throw Error.CastSize(format.Text, size, _layout.ByteLength);
        }

        return _layout.IsContiguous || _layout.ByteLength == 0 ? OneAxis(format, size) : LastAxis(format, size);
    }

    private Layout OneAxis(ItemFormat format, nint size)
    {
        nint bytes = _layout.ByteLength;
        return bytes % size == 0
            ? Layout.OfRank1(size, bytes / size, size, _layout.Offset)
            : throw Error.CastRemainder(format.Text, size, bytes);
    }

    private Layout LastAxis(ItemFormat format, nint size)
    {
        int last = _layout.Rank - 1;
        bool isRun = last >= 0 && (_layout.Shape[last] == 1 || _layout.Strides[last] == _layout.ItemSize);
        if (!isRun || (_layout.IsIndirect && _layout.Suboffsets[last] >= 0))
        {
            throw Error.CastNotContiguous(_layout.ToString());
        }

        nint bytes = _layout.Shape[last] * _layout.ItemSize;
        return bytes % size == 0
            ? _layout.WithLastAxis(size, bytes / size)
            : throw Error.CastRemainder(format.Text, size, bytes);
    }
}
