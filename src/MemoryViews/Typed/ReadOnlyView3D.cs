using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>As <see cref="View3D{T}"/>, for reading.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public readonly ref struct ReadOnlyView3D<T>
    where T : unmanaged
{
    private readonly View3D<T> _view;

    internal ReadOnlyView3D(View3D<T> view) => _view = view;

    /// <inheritdoc cref="View3D{T}.Depth"/>
    public nint Depth => _view.Depth;

    /// <inheritdoc cref="View3D{T}.Rows"/>
    public nint Rows => _view.Rows;

    /// <inheritdoc cref="View3D{T}.Columns"/>
    public nint Columns => _view.Columns;

    /// <inheritdoc cref="View3D{T}.this[nint, nint, nint]"/>
    public ref readonly T this[nint plane, nint row, nint column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _view[plane, row, column];
    }

    /// <inheritdoc cref="View3D{T}.Plane"/>
    public ReadOnlyView2D<T> Plane(nint plane) => new(_view.Plane(plane));
}
