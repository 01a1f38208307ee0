using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Walks the last axis of any layout row by row, in C order, following pointers where there are any.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public ref struct RowEnumerator<T>
    where T : unmanaged
{
    private readonly Operand _items;
    private Indices _index;
    private bool _started;

    internal RowEnumerator(Operand items) => _items = items;

    /// <summary>The row reached.</summary>
    public readonly View1D<T> Current
    {
        get
        {
            int last = _items.Layout.Rank - 1;
            ReadOnlySpan<nint> index = _index;
            bool isEmpty = _items.Layout.ItemCount == 0;
            return new(ref isEmpty ? ref Unsafe.NullRef<T>() : ref Unsafe.As<byte, T>(ref _items.Follow(index[..last])), _items.Layout.Shape[last], _items.Layout.Strides[last]);
        }
    }

    /// <summary>The enumerator itself, for foreach.</summary>
    public readonly RowEnumerator<T> GetEnumerator() => this;

    /// <summary>Goes on; false at the end.</summary>
    public bool MoveNext()
    {
        ReadOnlySpan<nint> shape = _items.Layout.Shape[..^1];
        if (!_started)
        {
            _started = true;
            return !shape.Contains(0);
        }

        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            if (++_index[axis] < shape[axis])
            {
                return true;
            }

            _index[axis] = 0;
        }

        return false;
    }

    [InlineArray(Layout.MaxRank)]
    private struct Indices
    {
        private nint _first;
    }
}

/// <summary>As <see cref="RowEnumerator{T}"/>, for reading.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public ref struct ReadOnlyRowEnumerator<T>
    where T : unmanaged
{
    private RowEnumerator<T> _rows;

    internal ReadOnlyRowEnumerator(RowEnumerator<T> rows) => _rows = rows;

    /// <inheritdoc cref="RowEnumerator{T}.Current"/>
    public readonly ReadOnlyView1D<T> Current => _rows.Current;

    /// <inheritdoc cref="RowEnumerator{T}.GetEnumerator"/>
    public readonly ReadOnlyRowEnumerator<T> GetEnumerator() => this;

    /// <inheritdoc cref="RowEnumerator{T}.MoveNext"/>
    public bool MoveNext() => _rows.MoveNext();
}
