using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>
/// The right to touch a view's memory for the length of a scope: the only door to spans. While a lease is out the memory can neither move nor
/// go; spans and typed views cannot leave the scope of the lease variable, which the compiler checks.
/// </summary>
/// <remarks>
/// Disposing is idempotent, over copies of the struct too. What the compiler cannot see is a lease that is never disposed (the memory is then
/// never given back) and a span used after an explicit Dispose inside the scope: write <c>using var lease = view.Lease();</c>.
/// A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.
/// </remarks>
/// <example><code>
/// using var lease = view.Lease();
/// foreach (ref int x in lease.Span&lt;int&gt;()) x++;
/// </code></example>
public readonly ref struct Lease : IDisposable
{
    private readonly LeasedItems _items;

    internal Lease(LeasedItems items) => _items = items;

    /// <summary>The bytes of a contiguous view, in memory order; at most <see cref="int.MaxValue"/>.</summary>
    /// <exception cref="ViewOperationException">The items do not lie in one run, or are too many for a span.</exception>
    /// <exception cref="ViewReleasedException">The lease has been given back.</exception>
    [UnscopedRef]
    public Span<byte> Bytes => _items.Bytes();

    /// <summary>The items of a contiguous view, in memory order. Never converts.</summary>
    /// <typeparam name="T">The format's own type, or a struct with the record's layout.</typeparam>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>, or have a foreign byte order (<see cref="MemoryView.ConvertTo"/> copies those).</exception>
    /// <exception cref="ViewOperationException">The items do not lie in one run, or are too many for a span.</exception>
    /// <exception cref="ViewReleasedException">The lease has been given back.</exception>
    [UnscopedRef]
    public Span<T> Span<T>()
        where T : unmanaged => _items.Span<T>();

    /// <summary>The items of a view of rank 1, at any stride.</summary>
    /// <typeparam name="T">The format's own type, or a struct with the record's layout.</typeparam>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewOperationException">Another rank, or a layout that follows pointers.</exception>
    /// <exception cref="ViewReleasedException">The lease has been given back.</exception>
    [UnscopedRef]
    public View1D<T> View1D<T>()
        where T : unmanaged => _items.View1D<T>();

    /// <summary>The items of a view of rank 2, at any strides.</summary>
    /// <inheritdoc cref="View1D{T}"/>
    [UnscopedRef]
    public View2D<T> View2D<T>()
        where T : unmanaged => _items.View2D<T>();

    /// <summary>The items of a view of rank 3, at any strides.</summary>
    /// <inheritdoc cref="View1D{T}"/>
    [UnscopedRef]
    public View3D<T> View3D<T>()
        where T : unmanaged => _items.View3D<T>();

    /// <summary>The last axis row by row, in C order, for any rank from 1 on and any layout.</summary>
    /// <typeparam name="T">The format's own type, or a struct with the record's layout.</typeparam>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewOperationException">The rank is 0, or the last axis follows a pointer, so that its items make no row.</exception>
    /// <exception cref="ViewReleasedException">The lease has been given back.</exception>
    [UnscopedRef]
    public RowEnumerator<T> Rows<T>()
        where T : unmanaged => _items.Rows<T>();

    /// <summary>Gives the lease back, once, whichever copy is disposed first.</summary>
    public void Dispose() => _items.Dispose();
}
