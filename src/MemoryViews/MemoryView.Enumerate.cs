using System.Collections.Generic;

namespace MemoryViews;

public sealed partial class MemoryView
{
    /// <summary>The items of a view of rank 1, read as they are reached. Python: <c>iter(view)</c>.</summary>
    /// <exception cref="ViewOperationException">The rank is not 1: <see cref="Along"/> gives rows, <see cref="Items{T}"/> all items.</exception>
    /// <exception cref="ViewNotSupportedException">The format's items cannot be read.</exception>
    /// <remarks>Length and format are those at the start; each step throws <see cref="ViewReleasedException"/> once the view is released.</remarks>
    public IEnumerator<object?> GetEnumerator()
    {
        ThrowIfReleased();
        if (_layout.Rank != 1)
        {
            throw Error.NotAnIteration(_layout.Rank);
        }

        CheckReadable();
        return Enumerate();
    }

    /// <summary>All items in C order, whatever the rank, without boxing.</summary>
    /// <typeparam name="T">As for <see cref="Get{T}(nint)"/>.</typeparam>
    /// <exception cref="ItemTypeException">No conversion leads from the format to <typeparamref name="T"/>.</exception>
    public IEnumerable<T> Items<T>()
        where T : unmanaged
    {
        ThrowIfReleased();
        TypedItem.IsStruct<T>(_format, _layout.ItemSize);
        return _layout.Rank == 1 ? ItemsOfVector<T>() : ItemsOfRows<T>();
    }

    /// <summary>The sub-views along one axis, which they lack: the rows of a matrix for axis 0.</summary>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ViewArgumentException">No such axis.</exception>
    public IEnumerable<MemoryView> Along(int axis = 0)
    {
        ThrowIfReleased();
        return SubViews(_layout.CheckAxis(axis));
    }

    private IEnumerator<object?> Enumerate()
    {
        nint length = _layout.Shape[0];
        for (nint i = 0; i < length; i++)
        {
            yield return this[i];
        }
    }

    private IEnumerable<T> ItemsOfVector<T>()
        where T : unmanaged
    {
        nint length = _layout.Shape[0];
        for (nint i = 0; i < length; i++)
        {
            yield return Get<T>(i);
        }
    }

    private IEnumerable<T> ItemsOfRows<T>()
        where T : unmanaged
    {
        if (_layout.Rank == 0)
        {
            yield return Get<T>();
            yield break;
        }

        foreach (MemoryView row in SubViews(0))
        {
            foreach (T item in row.Items<T>())
            {
                yield return item;
            }

            row.Release();
        }
    }

    private IEnumerable<MemoryView> SubViews(int axis)
    {
        nint length = _layout.Shape[axis];
        for (nint i = 0; i < length; i++)
        {
            yield return SubView(axis, i);
        }
    }

    private MemoryView SubView(int axis, nint index)
    {
        ThrowIfReleased();
        return With(axis == 0 ? TakeFirst(in _layout, index) : _layout.Index(axis, index));
    }
}
