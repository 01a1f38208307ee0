using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>As <see cref="View2D{T}"/>, for reading.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public readonly ref struct ReadOnlyView2D<T>
    where T : unmanaged
{
    private readonly View2D<T> _view;

    internal ReadOnlyView2D(View2D<T> view) => _view = view;

    /// <inheritdoc cref="View2D{T}.Rows"/>
    public nint Rows => _view.Rows;

    /// <inheritdoc cref="View2D{T}.Columns"/>
    public nint Columns => _view.Columns;

    /// <inheritdoc cref="View2D{T}.this[nint, nint]"/>
    public ref readonly T this[nint row, nint column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _view[row, column];
    }

    /// <inheritdoc cref="View2D{T}.this[Range, Range]"/>
    public ReadOnlyView2D<T> this[Range rows, Range columns] => new(_view[rows, columns]);

    /// <inheritdoc cref="View2D{T}.Row"/>
    public ReadOnlyView1D<T> Row(nint row) => new(_view.Row(row));

    /// <inheritdoc cref="View2D{T}.Column"/>
    public ReadOnlyView1D<T> Column(nint column) => new(_view.Column(column));

    /// <inheritdoc cref="View2D{T}.RowSpan"/>
    public ReadOnlySpan<T> RowSpan(nint row) => _view.RowSpan(row);

    /// <inheritdoc cref="View2D{T}.Transpose"/>
    public ReadOnlyView2D<T> Transpose() => new(_view.Transpose());
}
