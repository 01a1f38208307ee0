using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>As <see cref="Lease"/>, for reading; also of views that refuse writes.</summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
public readonly ref struct ReadOnlyLease : IDisposable
{
    private readonly LeasedItems _items;

    internal ReadOnlyLease(LeasedItems items) => _items = items;

    /// <inheritdoc cref="Lease.Bytes"/>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => _items.Bytes();

    /// <inheritdoc cref="Lease.Span{T}"/>
    [UnscopedRef]
    public ReadOnlySpan<T> Span<T>()
        where T : unmanaged => _items.Span<T>();

    /// <inheritdoc cref="Lease.View1D{T}"/>
    [UnscopedRef]
    public ReadOnlyView1D<T> View1D<T>()
        where T : unmanaged => _items.View1D<T>();

    /// <inheritdoc cref="Lease.View2D{T}"/>
    [UnscopedRef]
    public ReadOnlyView2D<T> View2D<T>()
        where T : unmanaged => _items.View2D<T>();

    /// <inheritdoc cref="Lease.View3D{T}"/>
    [UnscopedRef]
    public ReadOnlyView3D<T> View3D<T>()
        where T : unmanaged => _items.View3D<T>();

    /// <inheritdoc cref="Lease.Rows{T}"/>
    [UnscopedRef]
    public ReadOnlyRowEnumerator<T> Rows<T>()
        where T : unmanaged => new(_items.Rows<T>());

    /// <inheritdoc cref="Lease.Dispose"/>
    public void Dispose() => _items.Dispose();
}
