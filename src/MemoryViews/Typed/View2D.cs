using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// Items of two axes as a .NET type, for inner loops. Rows and columns may lie at any distance, and in any direction.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks><code>
///   [row, column] at   origin + row * RowStride + column * ColumnStride      (bytes)
/// </code>
/// A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.
/// </remarks>
public readonly ref struct View2D<T>
    where T : unmanaged
{
    private readonly ref T _origin;

    internal View2D(ref T origin, nint rows, nint columns, nint rowStride, nint columnStride)
    {
        _origin = ref origin;
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    /// <summary>Items of the first axis.</summary>
    public nint Rows { get; }

    /// <summary>Items of the second axis.</summary>
    public nint Columns { get; }

    /// <summary>Bytes from a row to the next.</summary>
    public nint RowStride { get; }

    /// <summary>Bytes from a column to the next.</summary>
    public nint ColumnStride { get; }

    /// <summary>An item, by reference.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    /// <param name="column">0 to <see cref="Columns"/> - 1.</param>
    /// <exception cref="AxisIndexException">An index lies outside its axis.</exception>
    public ref T this[nint row, nint column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((nuint)row >= (nuint)Rows || (nuint)column >= (nuint)Columns)
            {
                ThrowIndex(row, column);
            }

            return ref Unsafe.AddByteOffset(ref _origin, row * RowStride + column * ColumnStride);
        }
    }

    /// <summary>A part, with the manners of spans: what does not fit throws.</summary>
    /// <param name="rows">Rows taken.</param>
    /// <param name="columns">Columns taken.</param>
    /// <exception cref="ViewArgumentException">The part does not lie within the axes.</exception>
    public View2D<T> this[Range rows, Range columns]
    {
        get
        {
            (nint row, nint rowCount) = TypedRange.Resolve(rows, Rows);
            (nint column, nint columnCount) = TypedRange.Resolve(columns, Columns);
            nint count = Math.Min(rowCount, columnCount);
            return new(ref View1D<T>.At(ref _origin, row * RowStride + column * ColumnStride, count), rowCount, columnCount, RowStride, ColumnStride);
        }
    }

    /// <summary>One row.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    /// <exception cref="AxisIndexException">No such row.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public View1D<T> Row(nint row)
    {
        if ((nuint)row >= (nuint)Rows)
        {
            View1D<T>.ThrowIndex(0, row, Rows);
        }

        return new(ref View1D<T>.At(ref _origin, row * RowStride, Columns), Columns, ColumnStride);
    }

    /// <summary>One column.</summary>
    /// <param name="column">0 to <see cref="Columns"/> - 1.</param>
    /// <exception cref="AxisIndexException">No such column.</exception>
    public View1D<T> Column(nint column) => Transpose().Row(column);

    /// <summary>One row as a span.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    /// <exception cref="AxisIndexException">No such row.</exception>
    /// <exception cref="ViewOperationException">The items of a row do not lie in one run, or are too many for a span.</exception>
    public Span<T> RowSpan(nint row) => Row(row).TryGetSpan(out Span<T> span)
        ? span
        : throw (Columns > int.MaxValue ? Error.SpanTooLong(Columns) : Error.RowNotOneRun(ColumnStride, Unsafe.SizeOf<T>()));

    /// <summary>Rows as columns.</summary>
    public View2D<T> Transpose() => new(ref _origin, Columns, Rows, ColumnStride, RowStride);

    /// <summary>The same items, read-only.</summary>
    /// <param name="view">The view.</param>
    public static implicit operator ReadOnlyView2D<T>(View2D<T> view) => new(view);

    private void ThrowIndex(nint row, nint column)
    {
        bool isRow = (nuint)row >= (nuint)Rows;
        View1D<T>.ThrowIndex(isRow ? 0 : 1, isRow ? row : column, isRow ? Rows : Columns);
    }
}
