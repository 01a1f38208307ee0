using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Items of three axes as a .NET type, for inner loops.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public readonly ref struct View3D<T>
    where T : unmanaged
{
    private readonly ref T _origin;
    private readonly nint _planeStride;
    private readonly nint _rowStride;
    private readonly nint _columnStride;

    internal View3D(ref T origin, scoped in Layout layout)
    {
        _origin = ref origin;
        (Depth, Rows, Columns) = (layout.Shape[0], layout.Shape[1], layout.Shape[2]);
        (_planeStride, _rowStride, _columnStride) = (layout.Strides[0], layout.Strides[1], layout.Strides[2]);
    }

    /// <summary>Items of the first axis.</summary>
    public nint Depth { get; }

    /// <summary>Items of the second axis.</summary>
    public nint Rows { get; }

    /// <summary>Items of the third axis.</summary>
    public nint Columns { get; }

    /// <summary>An item, by reference.</summary>
    /// <param name="plane">0 to <see cref="Depth"/> - 1.</param>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    /// <param name="column">0 to <see cref="Columns"/> - 1.</param>
    /// <exception cref="AxisIndexException">An index lies outside its axis.</exception>
    public ref T this[nint plane, nint row, nint column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((nuint)plane >= (nuint)Depth || (nuint)row >= (nuint)Rows || (nuint)column >= (nuint)Columns)
            {
                ThrowIndex(plane, row, column);
            }

            return ref Unsafe.AddByteOffset(ref _origin, plane * _planeStride + row * _rowStride + column * _columnStride);
        }
    }

    /// <summary>One index of the first axis.</summary>
    /// <param name="plane">0 to <see cref="Depth"/> - 1.</param>
    /// <exception cref="AxisIndexException">No such plane.</exception>
    public View2D<T> Plane(nint plane)
    {
        if ((nuint)plane >= (nuint)Depth)
        {
            View1D<T>.ThrowIndex(0, plane, Depth);
        }

        return new(ref View1D<T>.At(ref _origin, plane * _planeStride, nint.Min(Rows, Columns)), Rows, Columns, _rowStride, _columnStride);
    }

    /// <summary>The same items, read-only.</summary>
    /// <param name="view">The view.</param>
    public static implicit operator ReadOnlyView3D<T>(View3D<T> view) => new(view);

    private void ThrowIndex(nint plane, nint row, nint column)
    {
        if ((nuint)plane >= (nuint)Depth)
        {
            View1D<T>.ThrowIndex(0, plane, Depth);
        }

        bool isRow = (nuint)row >= (nuint)Rows;
        View1D<T>.ThrowIndex(isRow ? 1 : 2, isRow ? row : column, isRow ? Rows : Columns);
    }
}
