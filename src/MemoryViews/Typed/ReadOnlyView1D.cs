using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>As <see cref="View1D{T}"/>, for reading.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public readonly ref struct ReadOnlyView1D<T>
    where T : unmanaged
{
    private readonly View1D<T> _view;

    internal ReadOnlyView1D(View1D<T> view) => _view = view;

    /// <inheritdoc cref="View1D{T}.Length"/>
    public nint Length => _view.Length;

    /// <inheritdoc cref="View1D{T}.Stride"/>
    public nint Stride => _view.Stride;

    /// <inheritdoc cref="View1D{T}.this[nint]"/>
    public ref readonly T this[nint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _view[index];
    }

    /// <inheritdoc cref="View1D{T}.this[Range]"/>
    public ReadOnlyView1D<T> this[Range range] => new(_view[range]);

    /// <inheritdoc cref="View1D{T}.TryGetSpan"/>
    public bool TryGetSpan(out ReadOnlySpan<T> span)
    {
        bool isRun = _view.TryGetSpan(out Span<T> items);
        span = items;
        return isRun;
    }

    /// <inheritdoc cref="View1D{T}.CopyTo"/>
    public void CopyTo(Span<T> destination) => _view.CopyTo(destination);

    /// <inheritdoc cref="View1D{T}.GetEnumerator"/>
    public Enumerator GetEnumerator() => new(_view.GetEnumerator());

    /// <summary>Walks the items of a <see cref="ReadOnlyView1D{T}"/>.</summary>
    public ref struct Enumerator
    {
        private View1D<T>.Enumerator _items;

        internal Enumerator(View1D<T>.Enumerator items) => _items = items;

        /// <summary>The item reached.</summary>
        public readonly ref readonly T Current => ref _items.Current;

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext() => _items.MoveNext();
    }
}
