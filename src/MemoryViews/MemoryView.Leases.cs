using System;
using System.Buffers;

namespace MemoryViews;

// The doors to spans. Spans never convert: a foreign byte order is refused and names ConvertTo.
public sealed partial class MemoryView
{
    /// <summary>The right to touch the memory, for reading and writing, for the length of a scope.</summary>
    /// <exception cref="ViewNotSupportedException">The view is read-only.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <example><c>using var lease = view.Lease(); lease.Span&lt;int&gt;()[0] = 1;</c></example>
    public Lease Lease()
    {
        ThrowIfNoWriteLease();
        return new(new LeasedItems(Loan, _format, in _layout));
    }

    /// <summary>The right to read the memory for the length of a scope.</summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public ReadOnlyLease LeaseReadOnly() => new(new LeasedItems(Loan, _format, in _layout));

    /// <summary>Hands a span of the items to a method: the form of a lease without a variable to misuse.</summary>
    /// <typeparam name="T">The format's own type, or a struct with the record's layout.</typeparam>
    /// <typeparam name="TArg">The type of what is passed on.</typeparam>
    /// <param name="arg">Passed on, so that <paramref name="body"/> can be static.</param>
    /// <param name="body">What is done to the items.</param>
    /// <exception cref="ViewNotSupportedException">The view is read-only.</exception>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewOperationException">The items do not lie in one run, or are too many for a span.</exception>
    public void Access<T, TArg>(TArg arg, SpanAction<T, TArg> body)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(body);
        using Lease lease = Lease();
        body(lease.Span<T>(), arg);
    }

    /// <inheritdoc cref="Access{T, TArg}(TArg, SpanAction{T, TArg})"/>
    public void Access<T, TArg>(TArg arg, ReadOnlySpanAction<T, TArg> body)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(body);
        using ReadOnlyLease lease = LeaseReadOnly();
        body(lease.Span<T>(), arg);
    }

    /// <summary>The items of a contiguous view as <see cref="Memory{T}"/>, for asynchronous I/O. The memory is held until the owner is disposed.</summary>
    /// <typeparam name="T">The format's own type; byte for the bytes of any format.</typeparam>
    /// <exception cref="ViewNotSupportedException">The view is read-only: <see cref="BorrowReadOnlyMemory{T}"/> lends it.</exception>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewOperationException">The items do not lie in one run, or are too many for one memory.</exception>
    /// <example><c>using var owner = view.BorrowMemory&lt;byte&gt;(); await stream.ReadExactlyAsync(owner.Memory);</c></example>
    public IMemoryOwner<T> BorrowMemory<T>()
        where T : unmanaged
    {
        ThrowIfNoWriteLease();
        return Borrow<T>();
    }

    /// <summary>The items of a contiguous view as <see cref="ReadOnlyMemory{T}"/>; also of views that refuse writes.</summary>
    /// <inheritdoc cref="BorrowMemory{T}"/>
    public ReadOnlyMemoryOwner<T> BorrowReadOnlyMemory<T>()
        where T : unmanaged => new(Borrow<T>());

    private void ThrowIfNoWriteLease()
    {
        ThrowIfReleased();
        if ((_layout.Flags & ReadOnlyFlag) != 0)
        {
            throw Error.LeaseReadOnly();
        }
    }

    private BorrowedMemory<T> Borrow<T>()
        where T : unmanaged
    {
        // The checks of a span, on a lease that ends here; the memory then holds one of its own.
        using ReadOnlyLease lease = LeaseReadOnly();
        int count = typeof(T) == typeof(byte) ? lease.Bytes.Length : lease.Span<T>().Length;
        return new(Loan, count == 0 ? 0 : _layout.Offset, count);
    }
}
