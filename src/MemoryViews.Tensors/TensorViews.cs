using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Tensors;

/// <summary>
/// Views as tensors and tensors as views, over the same memory. A tensor has what a view has but strides that run backward, overlap or are no multiple of
/// the item, pointers, and byte orders: what it cannot express is refused with the reason, and copied by name.
/// </summary>
/// <remarks>All methods may be called from any thread; a tensor and a view of one memory are two names for the same items.</remarks>
public static class TensorViews
{
    /// <summary>The items as a writable tensor for the length of a scope, without a copy.</summary>
    /// <typeparam name="T">The format's own type, or a struct with the record's layout.</typeparam>
    /// <param name="view">A view of rank 1 or more.</param>
    /// <exception cref="TensorLayoutException">No tensor has the layout.</exception>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>, or have a foreign byte order.</exception>
    /// <exception cref="ViewNotSupportedException">The view is read-only: <see cref="LeaseReadOnlyTensor{T}"/> reads it.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <example><c>using var lease = view.LeaseTensor&lt;double&gt;(); lease.Span[1, 2] = 3;</c></example>
    public static TensorLease<T> LeaseTensor<T>(this MemoryView view)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(view);
        Layout layout = view.Layout;
        TensorStrides.Check(in layout);
        Lease lease = view.Lease();
        try
        {
            _ = lease.Rows<T>(); // refuses another type now, not when the span is taken
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        return new(lease, in layout);
    }

    /// <summary>The items as a read-only tensor for the length of a scope, without a copy.</summary>
    /// <typeparam name="T">The format's own type, or a struct with the record's layout.</typeparam>
    /// <param name="view">A view of rank 1 or more.</param>
    /// <exception cref="TensorLayoutException">No tensor has the layout.</exception>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>, or have a foreign byte order.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static ReadOnlyTensorLease<T> LeaseReadOnlyTensor<T>(this MemoryView view)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(view);
        Layout layout = view.Layout;
        TensorStrides.Check(in layout);
        ReadOnlyLease lease = view.LeaseReadOnly();
        try
        {
            _ = lease.Rows<T>();
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        return new(lease, in layout);
    }

    /// <summary>A tensor over the array that the view is over, without a copy. An array neither moves away nor vanishes, so the tensor may outlive the view.</summary>
    /// <typeparam name="T">The element type of the array.</typeparam>
    /// <param name="view">A writable view of rank 1 or more, whose <see cref="MemoryView.Exporter"/> is a <typeparamref name="T"/>[].</param>
    /// <exception cref="TensorLayoutException">No tensor has the layout, or the memory is not such an array.</exception>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static Tensor<T> AsTensor<T>(this MemoryView view)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(view);
        Layout layout = view.Layout;
        if (view.IsReadOnly)
        {
            throw Error.ReadOnly(in layout);
        }

        using TensorLease<T> lease = view.LeaseTensor<T>();
        if (view.Exporter is not T[] array || !TryFind(array, lease.Span, out int start))
        {
            throw Error.NotAnArray(view.Exporter, in layout);
        }

        Span<nint> strides = stackalloc nint[layout.Rank];
        TensorStrides.Fill(in layout, strides);
        return Tensor.Create(array, start, layout.Shape, strides);
    }

    /// <summary>A tensor of a copy of the items, of any layout, in C order.</summary>
    /// <typeparam name="T">A number type that holds the items; they are converted by value, as <see cref="MemoryView.ToArray{T}"/> does.</typeparam>
    /// <param name="view">A view of rank 1 or more.</param>
    /// <exception cref="TensorLayoutException">The view has no axes.</exception>
    /// <exception cref="ItemTypeException">The items do not convert to <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static Tensor<T> ToTensor<T>(this MemoryView view)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(view);
        Layout layout = view.Layout;
        return layout.Rank > 0 ? Tensor.Create(view.ToArray<T>(), layout.Shape) : throw Error.Scalar(in layout);
    }

    /// <summary>
    /// A writable view of a tensor's items, sliced or not, without a copy. The tensor's array is held still until the view is disposed or
    /// dropped; <see cref="MemoryView.Exporter"/> is the tensor.
    /// </summary>
    /// <typeparam name="T">Any type without references that has a format.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <example><c>using MemoryView view = tensor.AsMemoryView(); view.Flip(0).CopyTo(stream);</c></example>
    public static MemoryView AsMemoryView<T>(this Tensor<T> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(new TensorExporter<T>(tensor));
    }

    /// <summary>Hands a view of the items to a method: a tensor span says nothing about who keeps its memory, so the view ends with the call.</summary>
    /// <typeparam name="T">Any type without references that has a format.</typeparam>
    /// <typeparam name="TArg">The type of what is passed on.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <param name="arg">Passed on, so that <paramref name="body"/> can be static.</param>
    /// <param name="body">What is done with the view. Views made from it are dead after the call.</param>
    /// <exception cref="BufferException">The method left a lease or pin behind on its own thread; those of other threads are waited for.</exception>
    /// <example><c>span.Access(stream, static (view, stream) => view.CopyTo(stream));</c></example>
    public static unsafe void Access<T, TArg>(this scoped in TensorSpan<T> tensor, TArg arg, Action<MemoryView, TArg> body)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(body);
        Layout layout = TensorStrides.ToLayout(sizeof(T), tensor.Lengths, tensor.Strides, tensor.IsDense);
        fixed (T* first = &TensorMarshal.GetReference(in tensor))
        {
            ScopedView.Run<T, TArg>(first, in layout, isReadOnly: false, arg, body);
        }
    }

    /// <summary>As the other form; the view is read-only.</summary>
    /// <inheritdoc cref="Access{T, TArg}(in TensorSpan{T}, TArg, Action{MemoryView, TArg})"/>
    public static unsafe void Access<T, TArg>(this scoped in ReadOnlyTensorSpan<T> tensor, TArg arg, Action<MemoryView, TArg> body)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(body);
        Layout layout = TensorStrides.ToLayout(sizeof(T), tensor.Lengths, tensor.Strides, tensor.IsDense);
        fixed (T* first = &TensorMarshal.GetReference(in tensor))
        {
            ScopedView.Run<T, TArg>(first, in layout, isReadOnly: true, arg, body);
        }
    }

    // Who an exporter says it is proves nothing: the first item must lie inside the array, at a whole element.
    private static bool TryFind<T>(T[] array, scoped TensorSpan<T> items, out int start)
        where T : unmanaged
    {
        start = 0;
        if (items.FlattenedLength == 0)
        {
            return true;
        }

        nint bytes = Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(array), ref TensorMarshal.GetReference(in items));
        (nint index, nint rest) = Math.DivRem(bytes, Unsafe.SizeOf<T>());
        start = (int)index;
        return rest == 0 && index >= 0 && index < array.Length;
    }
}
