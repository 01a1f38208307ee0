using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MemoryViews.Tensors;

/// <summary>
/// The right to touch a view's items as a tensor for the length of a scope: a <see cref="Lease"/> that hands out a <see cref="TensorSpan{T}"/>. The span
/// cannot leave the scope of the lease variable, which the compiler checks; nothing is pinned and nothing copied.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <example><code>
/// using TensorLease&lt;float&gt; lease = view.LeaseTensor&lt;float&gt;();
/// Tensor.Multiply(lease.Span, 2f, lease.Span);
/// </code></example>
public readonly ref struct TensorLease<T> : IDisposable
    where T : unmanaged
{
    private readonly Lease _lease;
    private readonly Layout _layout;

    internal TensorLease(Lease lease, scoped in Layout layout)
    {
        _lease = lease;
        _layout = layout;
    }

    /// <summary>The items: lengths as the view's shape, strides in items, 0 along axes of length 1.</summary>
    /// <exception cref="ViewReleasedException">The lease has been given back.</exception>
    [UnscopedRef]
    public TensorSpan<T> Span
    {
        get
        {
            Span<nint> strides = stackalloc nint[_layout.Rank];
            nint reach = TensorStrides.Fill(in _layout, strides);
            RowEnumerator<T> rows = _lease.Rows<T>();
            return reach == 0
                ? TensorMarshal.CreateTensorSpan(ref TensorStrides.Nothing<T>(), 0, _layout.Shape, strides, pinned: false)
                : TensorMarshal.CreateTensorSpan(ref First(rows), reach, _layout.Shape, strides, pinned: false);
        }
    }

    /// <summary>Gives the lease back, once, whichever copy is disposed first.</summary>
    public void Dispose() => _lease.Dispose();

    // The first row begins with item (0, ..., 0), which lies before all others where no stride is negative.
    private static ref T First(RowEnumerator<T> rows)
    {
        rows.MoveNext();
        return ref rows.Current[0];
    }
}

/// <summary>As <see cref="TensorLease{T}"/>, for reading; also of views that refuse writes.</summary>
/// <typeparam name="T">The item type.</typeparam>
public readonly ref struct ReadOnlyTensorLease<T> : IDisposable
    where T : unmanaged
{
    private readonly ReadOnlyLease _lease;
    private readonly Layout _layout;

    internal ReadOnlyTensorLease(ReadOnlyLease lease, scoped in Layout layout)
    {
        _lease = lease;
        _layout = layout;
    }

    /// <inheritdoc cref="TensorLease{T}.Span"/>
    [UnscopedRef]
    public ReadOnlyTensorSpan<T> Span
    {
        get
        {
            Span<nint> strides = stackalloc nint[_layout.Rank];
            nint reach = TensorStrides.Fill(in _layout, strides);
            ReadOnlyRowEnumerator<T> rows = _lease.Rows<T>();
            return reach == 0
                ? TensorMarshal.CreateReadOnlyTensorSpan(in TensorStrides.Nothing<T>(), 0, _layout.Shape, strides, pinned: false)
                : TensorMarshal.CreateReadOnlyTensorSpan(in First(rows), reach, _layout.Shape, strides, pinned: false);
        }
    }

    /// <inheritdoc cref="TensorLease{T}.Dispose"/>
    public void Dispose() => _lease.Dispose();

    private static ref readonly T First(ReadOnlyRowEnumerator<T> rows)
    {
        rows.MoveNext();
        return ref rows.Current[0];
    }
}
