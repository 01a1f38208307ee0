using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

// Sub-views: the same memory on the same loan, nothing copied. Setting one copies into it.
public sealed partial class MemoryView
{
    /// <summary>A range of the first axis. Bounds clamp, as in Python: <c>view[a:b]</c>. Setting copies into it, as if the source had been copied first.</summary>
    /// <param name="range">The range; <c>(2..20).By(3)</c> gives it a step.</param>
    /// <exception cref="ViewArgumentException">The rank is 0; setting: source and range differ in format, or the source's shape does not broadcast.</exception>
    /// <exception cref="ViewOperationException">Setting: the view is read-only.</exception>
    public MemoryView this[Range range]
    {
        get
        {
            AxisRange taken = AxisRange.From(range);
            if (_layout.IsInline)
            {
                nint count = taken.Resolve(_layout.InlineLength, out nint start);
                return new(Hold(), _format, in _layout, start, count);
            }

            return With(_layout.Slice(Live.CheckAxis(0), taken));
        }

        set => this[range].Assign(value);
    }

    /// <summary>
    /// A sub-view by one element an axis: an index drops its axis, a range or slice keeps it, <see cref="Subscript.Ellipsis"/> stands for the axes
    /// not named, <see cref="Subscript.NewAxis"/> puts one in. Setting copies into it.
    /// </summary>
    /// <param name="subscripts">Elements from the first axis on; axes at the end may be left out.</param>
    /// <exception cref="AxisIndexException">An index lies outside its axis.</exception>
    /// <exception cref="ViewArgumentException">More elements than axes, or two ellipses; setting: source and sub-view differ in format, or the source's
    /// shape does not broadcast.</exception>
    /// <exception cref="ViewNotSupportedException">An index on an axis behind a pointer that no other axis can carry.</exception>
    /// <exception cref="ViewOperationException">Setting: the view is read-only.</exception>
    /// <example><c>image[10..20, .., 0]</c>: the red of ten rows. <c>m[Subscript.Ellipsis, 0]</c>, <c>m[(..).By(-1), 1..]</c>.</example>
    public MemoryView this[params ReadOnlySpan<Subscript> subscripts]
    {
        get => With(Live.IsIndirect ? TakeIndirect(subscripts) : _layout.Take(subscripts));
        set => this[subscripts].Assign(value);
    }

    /// <summary>A part of the first axis, with .NET's manners: what does not fit throws, where <c>view[a..b]</c> clamps.</summary>
    /// <param name="start">First index taken.</param>
    /// <param name="length">Items taken.</param>
    /// <exception cref="ViewArgumentException">The part does not lie within the axis, or the rank is 0.</exception>
    public MemoryView Slice(nint start, nint length)
    {
        ThrowIfReleased();
        nint available = _layout.Shape[_layout.CheckAxis(0)];
        if (start < 0 || length < 0 || start > available - length)
        {
            throw Error.SliceRange(start, length, available);
        }

        return With(_layout.Slice(0, new AxisRange(start, start + length, 1)));
    }

    // Indices on the first axes of an indirect layout are taken here one by one, because only memory knows the pointers.
    private Layout TakeIndirect(ReadOnlySpan<Subscript> subscripts)
    {
        Layout layout = _layout;
        int axis = 0;
        while (axis < subscripts.Length && subscripts[axis].Kind == SubscriptKind.Index && layout.Rank > 0)
        {
            layout = TakeFirst(layout, subscripts[axis].ResolveIndex(axis, layout.Shape[0]));
            axis++;
        }

        return layout.Subscript(subscripts[axis..]);
    }

    /// <summary>Drops the first axis at an index, following its pointer when it has one. The new place is told relative to the memory, as all offsets are.</summary>
    private Layout TakeFirst(in Layout layout, nint index)
    {
        nint place = layout.Offset + index * layout.Strides[0];
        if (!layout.IsIndirect || layout.Suboffsets[0] < 0)
        {
            return layout.WithoutFirst(place);
        }

        BufferExport loan = Loan;
        using MemoryScope scope = loan.Enter(place, place + nint.Size);
        nint pointer = Unsafe.ReadUnaligned<nint>(ref scope.At(place));
        if (pointer == 0)
        {
            throw Error.NullPointer();
        }

        Layout behind = layout.WithoutFirst(pointer + layout.Suboffsets[0] - loan.Start);
        return behind.WithHolder(TagOf(_format, in behind), behind.Flags);
    }
}
