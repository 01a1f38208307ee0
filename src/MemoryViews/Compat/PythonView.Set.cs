using System;

namespace MemoryViews;

public sealed partial class PythonView
{
    /// <summary>Stores an item, or copies an exporter's items into a slice. Python: <c>view[key] = value</c>.</summary>
    /// <param name="key">As for <see cref="GetItem"/>.</param>
    /// <param name="value">A value for an item, an exporter for a slice. Nothing is converted in a slice: format and shape must be equal.</param>
    /// <exception cref="ViewReleasedException">Released, before the call or by user code within it; memory is as it was. Python: ValueError.</exception>
    /// <exception cref="ViewNotSupportedException">CPython does not implement it. Python: NotImplementedError.</exception>
    /// <exception cref="ViewOperationException">The view is read-only. Python: TypeError.</exception>
    /// <exception cref="AxisIndexException">An index outside its axis. Python: IndexError.</exception>
    /// <exception cref="ItemTypeException">A value that the format does not take. Python: TypeError.</exception>
    /// <exception cref="ItemRangeException">A value outside the format's range. Python: ValueError.</exception>
    /// <exception cref="ViewArgumentException">A key of another kind; a source that is no exporter (TypeError) or of another structure (ValueError).</exception>
    public void SetItem(object? key, object? value)
    {
        CheckWritable();
        if (View.Rank == 0 && (IsStrict || key is PythonEllipsis or object?[] { Length: 0 }))
        {
            SetScalar(key, value);
        }
        else if (!IsStrict)
        {
            SetAny(key, value);
        }
        else if (PythonIndex.TryAsk(key, out PythonIndex index))
        {
            SetAt(index, value);
        }
        else if (PythonKey.IsSlice(key) && View.Rank == 1)
        {
            SetSlice(key, value);
        }
        else
        {
            SetOther(key, value);
        }
    }

    /// <summary>Always refused, in CPython's order of reasons. Python: <c>del view[key]</c>.</summary>
    /// <param name="key">Not looked at: every key is refused.</param>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewNotSupportedException">A format that CPython does not write. Python: NotImplementedError.</exception>
    /// <exception cref="ViewOperationException">The view is read-only, or would be changed in length. Python: TypeError.</exception>
    public void DelItem(object? key)
    {
        CheckWritable();
        throw Error.CannotDelete();
    }

    private void CheckWritable()
    {
        CheckReleased();
        if (IsStrict)
        {
            CheckOneCode();
        }

        if (View.IsReadOnly)
        {
            throw Error.ReadOnly();
        }
    }

    private void SetScalar(object? key, object? value)
    {
        if (key is not (PythonEllipsis or object?[] { Length: 0 }))
        {
            throw Error.ScalarKey(key);
        }

        Store([], value);
    }

    private void SetAt(PythonIndex index, object? value)
    {
        if (View.Rank > 1)
        {
            throw Error.NoSubViews(View.Rank);
        }

        // What was known before user code ran decides what is refused; whether the view is still there, only once the value is converted.
        (ItemFormat format, nint length) = (View.Format, View.Shape[0]);
        AxisIndex place = ((AxisIndex)index.Value()).Resolve(0, length);
        Store(format, [place], value);
    }

    private void SetSlice(object? key, object? value)
    {
        using MemoryView source = PythonKey.RunsCode(key) ? Lent(value) : Borrow(value);
        Slice slice = PythonKey.ToSlice(key);
        CheckReleased();
        using MemoryView destination = View[slice];
        if (source.Rank != 1 || source.Length != destination.Length || source.ItemSize != destination.ItemSize || !SameText(source.Format.Text, Format))
        {
            throw Error.StructureMismatch(source.Format.Text, source.Shape, Format, destination.Shape);
        }

        destination.CopyFrom(source);
    }

    // The source stays locked while user code converts the bounds, also where it is a view: it cannot be released meanwhile.
    private static MemoryView Lent(object? value) => TryExporter(value, out IBufferExporter? exporter)
        ? MemoryView.Over(exporter.GetBuffer(BufferRequest.FullReadOnly))
        : throw Error.NotAnExporter(value);

    private void SetOther(object? key, object? value)
    {
        bool isTuple = PythonKey.IsTuple(key, out object?[] elements);
        if (isTuple && PythonKey.AreIndices(elements, out PythonIndex[] indices))
        {
            ItemFormat format = View.Format;
            Store(format, Place(indices), value);
            return;
        }

        throw PythonKey.IsSlice(key) || (isTuple && PythonKey.AreSlices(elements)) ? Error.NoSliceAssignment(View.Rank) : Error.InvalidKey(key);
    }

    /// <summary>The generous way: an item of any format, or a copy into a sub-view of any rank, broadcast where needed.</summary>
    private void SetAny(object? key, object? value)
    {
        Subscript[] subscripts = PythonKey.ToSubscripts(key);
        CheckReleased();
        if (subscripts.Length == View.Rank && PythonKey.IsAllIndices(subscripts))
        {
            Store(Place(subscripts), value);
            return;
        }

        using MemoryView part = View[subscripts];
        using MemoryView source = Borrow(value);
        part.CopyFrom(source);
    }

    // Nothing is held while the value is converted, as in CPython: only the place is known.
    private AxisIndex[] Place(ReadOnlySpan<Subscript> indices)
    {
        ReadOnlySpan<nint> shape = View.Shape;
        AxisIndex[] place = new AxisIndex[indices.Length];
        for (int axis = 0; axis < place.Length; axis++)
        {
            place[axis] = indices[axis].ResolveIndex(axis, shape[axis]);
        }

        return place;
    }

    // One leading '@' says what is the case anyway; beyond that, formats are compared as text.
    private static bool SameText(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Bare(a).SequenceEqual(Bare(b));

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text is ['@', ..] ? text[1..] : text;
}
