using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace MemoryViews;

/// <summary>A contiguous view's items as <see cref="Memory{T}"/>, on a lease of their own until disposed, and as long as a pin is out.</summary>
internal sealed unsafe class BorrowedMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly object? _base;
    private readonly nint _place;
    private readonly int _count;
    private readonly LeaseTicket? _ticket;
    private readonly int _version;
    private int _holders = 1; // the owner and every pin: who lets go last gives the lease back
    private int _isReturned;

    public BorrowedMemory(BufferExport loan, nint offset, int count)
    {
        _ticket = loan.Lease("borrowed memory", out _base);
        _version = _ticket?.Version ?? 0;
        _place = loan.Start + offset;
        _count = count;
    }

    public override Span<T> GetSpan()
    {
        if (Volatile.Read(ref _isReturned) != 0)
        {
            throw Error.LeaseReturned();
        }

        // In native memory the lease keeps the address valid until Dispose; in managed memory the object itself does.
        return _base is { } managed
            ? MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref ObjectBytes.At(managed, _place)), _count)
            : new Span<T>((void*)_place, _count);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        if ((uint)elementIndex > (uint)_count)
        {
            throw Error.IndexOutOfRange(0, elementIndex, _count);
        }

        Hold();
        GCHandle handle = _base is { } managed ? GCHandle.Alloc(managed, GCHandleType.Pinned) : default;
        void* address = _base is { } pinned ? Unsafe.AsPointer(ref ObjectBytes.At(pinned, _place)) : (void*)_place;
        return new((T*)address + elementIndex, handle, new Pinned(this));
    }

    // Pins are counted one by one: a handle that was copied and disposed twice lets go once.
    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _isReturned, 1) == 0)
        {
            LetGo();
        }
    }

    // Never counts up from nothing: the memory may be gone by then.
    private void Hold()
    {
        int holders = Volatile.Read(ref _holders);
        while (Volatile.Read(ref _isReturned) == 0 && holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return;
            }

            holders = seen;
        }

        throw Error.LeaseReturned();
    }

    private void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _ticket?.Return(_version);
        }
    }

    private sealed class Pinned(BorrowedMemory<T> memory) : IPinnable
    {
        private BorrowedMemory<T>? _memory = memory;

        public MemoryHandle Pin(int elementIndex) => throw Error.PinAgain();

        public void Unpin() => Interlocked.Exchange(ref _memory, null)?.LetGo();
    }
}

/// <summary>Read-only memory lent for asynchronous I/O; disposing gives it back.</summary>
/// <remarks>Disposing is safe from any thread; the memory must not be used after it.</remarks>
/// <typeparam name="T">The item type.</typeparam>
public sealed class ReadOnlyMemoryOwner<T> : IDisposable
    where T : unmanaged
{
    private readonly IMemoryOwner<T> _owner;

    internal ReadOnlyMemoryOwner(IMemoryOwner<T> owner) => _owner = owner;

    /// <summary>The items, valid until <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<T> Memory => _owner.Memory;

    /// <summary>Gives the memory back, once.</summary>
    public void Dispose() => _owner.Dispose();
}
