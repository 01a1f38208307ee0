using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.ConstrainedExecution;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// Memory with a lifetime: a managed array, native memory, a mapped file, or memory that somebody else owns.
/// </summary>
/// <remarks>
/// Three kinds, three prices. Managed memory belongs to the collector and is touched directly. Memory of our own is touched first and the
/// state checked after: an access gives a value or an exception, never freed memory, because closing puts pages of zeros in the memory's place,
/// and the addresses go back only when the collector has proved that nothing holds the block any more. Borrowed memory
/// may vanish at any time its owner likes, so each access enters and leaves; so does memory of our own on systems that cannot replace pages.
/// All members are safe to use from any thread.
/// </remarks>
public abstract class MemoryBlock : CriticalFinalizerObject, IDisposable
{
    private readonly MemorySource? _source;
    private readonly Lock _gate = new();
    private readonly Holding? _holding; // for those who look for leaks
    private LeaseTicket? _tickets;
    private StateWord _state;

    private protected MemoryBlock(object managed, nint start, nint length, bool isReadOnly)
    {
        Base = managed;
        Start = start;
        Length = length;
        IsReadOnly = isReadOnly;
        GC.SuppressFinalize(this);
    }

    private protected MemoryBlock(MemorySource source, bool isReadOnly)
    {
        _source = source;
        Start = source.Address;
        Length = source.Length;
        IsReadOnly = isReadOnly;
        IsDirect = source.StaysReadable;
        Checked = source.Checked;
        MostAtOnce = Checked is null ? nint.MaxValue : CheckedFile.MostAtOnce;
        _holding = Holding.IsWanted ? new(LeakKind.Block, GetType().Name) : null;
    }

    private protected MemoryBlock(nint address, nint length, bool isReadOnly)
    {
        Start = address;
        Length = length;
        IsReadOnly = isReadOnly;
        _holding = Holding.IsWanted ? new(LeakKind.Block, GetType().Name) : null;
    }

    /// <summary>Closes what nobody closed; addresses are freed once the block is gone for good.</summary>
    // A critical one runs after all others: objects collected together with the block may read it in their own finalizers.
    ~MemoryBlock()
    {
        // A lease or pin that was never given back may still be used through a span or pointer: such memory is kept, and looked at again.
        if (_state.Users > 0)
        {
            GC.ReRegisterForFinalize(this);
            return;
        }

        if (_state.BeginClose())
        {
            FinishClose(inFinalizer: true);
        }

        if (_source is { IsFreed: false } source)
        {
            Reaper.WaitFor(this, source);
        }
    }

    /// <summary>Bytes of memory.</summary>
    public nint Length { get; }

    /// <summary>Whether writes are refused.</summary>
    public bool IsReadOnly { get; }

    /// <summary>A name for messages and diagnostics.</summary>
    public string? Label
    {
        get => field;
        set
        {
            field = value;
            _holding?.Label = value;
        }
    }

    /// <summary>Those who hold the memory now: leases, pins and borrowed memory, and loans of an exporter that counts its own.</summary>
    public IReadOnlyList<ExportHolder> Holders => [.. Loans, .. Leases()];

    /// <summary>The object the memory is part of; null outside the managed heap.</summary>
    internal object? Base { get; }

    /// <summary>Where byte 0 is: an offset into <see cref="Base"/>, or an address.</summary>
    internal nint Start { get; }

    /// <summary>Whether an item may be touched first and the state checked after.</summary>
    internal bool IsDirect { get; }

    /// <summary>The file behind the memory, where it is read and written through the system; such memory has no address and cannot be leased.</summary>
    internal CheckedFile? Checked { get; }

    /// <summary>The file behind the memory, where there is one: the same bytes may be reached by other blocks, at other addresses or none.</summary>
    internal FileSource? File => _source as FileSource;

    internal bool IsOpen => _state.IsOpen;

    /// <summary>Those inside: leases and pins that were not given back, and operations under way.</summary>
    internal int Users => _state.Users;

    /// <summary>What messages call this memory.</summary>
    internal string Name => Label ?? GetType().Name;

    /// <summary>A managed array's elements as memory. The array is not pinned and never closes.</summary>
    /// <param name="array">An array of any rank whose elements hold no references.</param>
    /// <exception cref="ViewArgumentException">The elements hold references.</exception>
    public static MemoryBlock OfArray(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new ManagedBlock(array);
    }

    /// <summary>Memory that somebody else owns, such as a buffer from native code. Every access is counted, so that <see cref="Close"/> can tell when it is out of use.</summary>
    /// <param name="address">The first byte.</param>
    /// <param name="length">Bytes from there on.</param>
    /// <param name="isReadOnly">Whether writes are refused.</param>
    /// <param name="onReturned">Called once, when the block is closed and nobody is inside it any more; when it was dropped instead, later on a thread
    /// of the library's or of whoever next asks who holds something. It must not wait for a lock: a <see cref="ReleaseQueue"/> waits for it.</param>
    /// <exception cref="ViewArgumentException">A negative length, or a null address with a length.</exception>
    public static unsafe MemoryBlock Borrow(void* address, nint length, bool isReadOnly, Action? onReturned = null)
        => new ForeignBlock((nint)address, length, isReadOnly, onReturned);

    /// <summary>Ends the memory's use: views of it are dead from then on (<see cref="ViewReleasedException"/>). Closing twice is harmless.</summary>
    /// <param name="policy">What to do about those who still hold it.</param>
    /// <exception cref="ViewArgumentException">The policy is none of the three.</exception>
    /// <exception cref="BufferException">The policy is <see cref="ClosePolicy.Fail"/> and leases or pins are out, or loans of an exporter that counts
    /// its own (<see cref="NativeBuffer"/>, <see cref="MappedFile"/>; borrowed memory does not know who lends it on); or it is
    /// <see cref="ClosePolicy.Wait"/> and this thread holds one of the leases.</exception>
    public void Close(ClosePolicy policy = ClosePolicy.Fail)
    {
        if (policy is < ClosePolicy.Fail or > ClosePolicy.Defer)
        {
            throw Error.UnknownClosePolicy((int)policy);
        }

        if (Base is not null || _state.IsClosed)
        {
            return; // a managed array belongs to the collector, who closes it
        }

        if (policy == ClosePolicy.Fail)
        {
            ThrowIfLent($"close {Name}");
            if (_state.TryClose())
            {
                FinishClose(inFinalizer: false);
            }
            else if (!_state.IsClosed)
            {
                throw Error.StillHeld($"close {Name}", Leases());
            }

            return;
        }

        if (policy == ClosePolicy.Wait)
        {
            ThrowIfHeldByCaller();
        }

        if (_state.BeginClose())
        {
            FinishClose(inFinalizer: false);
        }

        SpinWait spin = default;
        while (policy == ClosePolicy.Wait && !_state.IsClosed)
        {
            spin.SpinOnce();
        }
    }

    /// <summary>Closes with <see cref="ClosePolicy.Defer"/>; never throws.</summary>
    public void Dispose()
    {
        Close(ClosePolicy.Defer);
        GC.KeepAlive(this); // the finalizer stays registered: it is what frees the memory
    }

    /// <summary>Those who have a loan, where the exporter counts them.</summary>
    private protected virtual IReadOnlyList<ExportHolder> Loans => [];

    /// <summary>Refuses when loans are out; exporters that count theirs say so here.</summary>
    private protected virtual void ThrowIfLent(string operation)
    {
    }

    /// <summary>Called once, by whoever closed the block; on the finalizer's thread when nobody did. Must not throw.</summary>
    private protected virtual void OnClosed(bool inFinalizer)
    {
    }

    /// <summary>Writes changes back, inside the memory so that it cannot be freed meanwhile.</summary>
    private protected void FlushSource()
    {
        using MemoryScope scope = Enter(0, 0, MemoryUse.Read);
        _source?.Flush();
    }

    private protected void ThrowIfClosed()
    {
        if (!IsOpen)
        {
            throw Error.Closed(Name);
        }
    }

    internal bool TryEnter() => _state.TryEnter();

    internal void Leave()
    {
        if (_state.Leave())
        {
            FinishClose(inFinalizer: false);
        }

        GC.KeepAlive(this);
    }

    /// <summary>The longest range of bytes that <see cref="Enter"/> opens at once; longer ones are taken in pieces.</summary>
    internal nint MostAtOnce { get; set; } = nint.MaxValue;

    /// <summary>Opens the bytes [low, high) for an operation.</summary>
    internal unsafe MemoryScope Enter(nint low, nint high, MemoryUse use)
    {
        if (Base is { } managed)
        {
            return new(ref ObjectBytes.At(managed, Start), null);
        }

        if (!TryEnter())
        {
            throw Error.Closed(Name);
        }

        return Checked is null ? new(ref Unsafe.AsRef<byte>((void*)Start), this) : EnterPiece(Checked, low, high, use);
    }

    /// <summary>One item: touched, then the state checked. Only for direct blocks and offsets inside them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe T Read<T>(nint offset)
        where T : unmanaged
    {
        // The address stays mapped while this frame holds the block, closed or not; what a closed block gave is never returned.
        T value = Unsafe.ReadUnaligned<T>((void*)(Start + offset));
        Volatile.ReadBarrier(); // nothing on x64; on weaker machines the data is read before the state, not after
        if (!_state.IsOpen)
        {
            ThrowClosed();
        }

        GC.KeepAlive(this);
        return value;
    }

    /// <summary>As <see cref="Read"/>, writing. A write that passes the check late was made before the close, or into pages that nobody will read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Write<T>(nint offset, T value)
        where T : unmanaged
    {
        Unsafe.WriteUnaligned((void*)(Start + offset), value);
        if (!_state.IsOpen)
        {
            ThrowClosed();
        }

        GC.KeepAlive(this);
    }

    /// <summary>Lets a lease in: counted, and named among the holders.</summary>
    internal void Admit(LeaseTicket ticket)
    {
        if (Checked is not null)
        {
            throw Error.CheckedLendsNothing(Name);
        }

        if (!TryEnter())
        {
            throw Error.Closed(Name);
        }

        lock (_gate)
        {
            LeaseTicket.Link(ref _tickets, ticket);
        }
    }

    internal void Return(LeaseTicket ticket)
    {
        lock (_gate)
        {
            LeaseTicket.Unlink(ref _tickets, ticket);
        }

        Leave();
    }

    /// <summary>Everybody who holds the memory by a lease or pin.</summary>
    internal List<ExportHolder> Leases()
    {
        List<ExportHolder> holders = [];
        lock (_gate)
        {
            for (LeaseTicket? ticket = _tickets; ticket is not null; ticket = ticket.Next)
            {
                holders.Add(ticket.Describe());
            }
        }

        return holders;
    }

    private MemoryScope EnterPiece(CheckedFile file, nint low, nint high, MemoryUse use)
    {
        byte[]? piece = null;
        try
        {
            int count = high - low <= Array.MaxLength ? (int)(high - low) : throw Error.TooLarge("One piece of a checked file", high - low, Array.MaxLength);
            piece = ArrayPool<byte>.Shared.Rent(count);
            if (use != MemoryUse.Overwrite)
            {
                file.Read(low, piece.AsSpan(0, count));
            }

            return new(piece, low, this);
        }
        catch
        {
            if (piece is not null)
            {
                ArrayPool<byte>.Shared.Return(piece);
            }

            Leave();
            throw;
        }
    }

    // By whoever closed the block, once. Where accesses are counted, nobody is inside any more, and the addresses can go too.
    private void FinishClose(bool inFinalizer)
    {
        if (IsDirect)
        {
            _source?.Vacate();
        }
        else
        {
            _source?.Free();
        }

        if (!inFinalizer)
        {
            _holding?.End(); // what the collector had to close was left behind
        }

        OnClosed(inFinalizer);
    }

    private void ThrowIfHeldByCaller()
    {
        lock (_gate)
        {
            for (LeaseTicket? ticket = _tickets; ticket is not null; ticket = ticket.Next)
            {
                if (ticket.ThreadId == Environment.CurrentManagedThreadId)
                {
                    throw Error.WaitsForItself(Name, [ticket.Describe()]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowClosed() => throw Error.Closed(Name);
}
