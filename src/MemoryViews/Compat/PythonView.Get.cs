using System;

namespace MemoryViews;

public sealed partial class PythonView
{
    /// <summary>An item or a sub-view. Python: <c>view[key]</c>.</summary>
    /// <param name="key">A number, a slice, <see cref="PythonEllipsis"/>, or a tuple of those (<c>object?[]</c>).</param>
    /// <returns>The item's value, or a <see cref="PythonView"/>; this very object for <c>...</c> on rank 0.</returns>
    /// <exception cref="ViewReleasedException">Released, before the call or by user code within it. Python: ValueError.</exception>
    /// <exception cref="ViewNotSupportedException">CPython does not implement it. Python: NotImplementedError.</exception>
    /// <exception cref="AxisIndexException">An index outside its axis. Python: IndexError.</exception>
    /// <exception cref="ViewArgumentException">A key of another kind, or an index beyond all numbers. Python: TypeError, IndexError.</exception>
    public object? GetItem(object? key)
    {
        CheckReleased();
        if (View.Rank == 0 && (IsStrict || key is PythonEllipsis or object?[] { Length: 0 }))
        {
            return GetScalar(key);
        }

        if (!IsStrict)
        {
            return GetAny(key);
        }

        if (PythonIndex.TryAsk(key, out PythonIndex index))
        {
            return GetAt(index.Value());
        }

        if (PythonKey.IsSlice(key))
        {
            return GetSlice(key);
        }

        return PythonKey.IsTuple(key, out object?[] elements) ? GetTuple(elements) : throw Error.InvalidKey(key);
    }

    private object? GetScalar(object? key)
    {
        if (key is PythonEllipsis)
        {
            return this;
        }

        if (key is not object?[] { Length: 0 })
        {
            throw Error.ScalarKey(key);
        }

        if (IsStrict)
        {
            CheckOneCode();
        }

        return Load([]);
    }

    private object? GetAt(nint index)
    {
        CheckReleased();
        CheckOneCode();
        return View.Rank == 1 ? Load([((AxisIndex)index).Resolve(0, View.Shape[0])]) : throw Error.NoSubViews(View.Rank);
    }

    // The slice is cut from a view of its own: the exporter stays locked while user code converts the bounds.
    private PythonView GetSlice(object? key)
    {
        using MemoryView whole = new(View);
        return With(whole[PythonKey.ToSlice(key)]);
    }

    private object? GetTuple(object?[] elements)
    {
        if (!PythonKey.AreIndices(elements, out PythonIndex[] indices))
        {
            throw PythonKey.AreSlices(elements) ? Error.NoTupleOfSlices() : Error.InvalidKey(elements);
        }

        CheckReleased();
        CheckOneCode();
        return Load(Place(indices));
    }

    /// <summary>One index an axis, each converted and checked before the next is looked at.</summary>
    private AxisIndex[] Place(PythonIndex[] indices)
    {
        int rank = View.Rank;
        if (indices.Length != rank)
        {
            throw indices.Length < rank ? Error.NoSubViews(rank) : Error.WrongIndexCount(indices.Length, rank);
        }

        ReadOnlySpan<nint> shape = View.Shape;
        AxisIndex[] place = new AxisIndex[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            place[axis] = ((AxisIndex)indices[axis].Value()).Resolve(axis, shape[axis]);
        }

        return place;
    }

    /// <summary>The generous way: whatever the engine can do.</summary>
    private object? GetAny(object? key)
    {
        Subscript[] subscripts = PythonKey.ToSubscripts(key);
        CheckReleased();
        using MemoryView whole = new(View);
        MemoryView part = whole[subscripts];
        if (subscripts.Length != whole.Rank || !PythonKey.IsAllIndices(subscripts))
        {
            return With(part);
        }

        using (part)
        {
            return With(part).Load([]);
        }
    }
}
