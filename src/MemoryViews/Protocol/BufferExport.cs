using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// One loan: a filled <c>Py_buffer</c>, and the exporter's memory for as long as it is out. Fields that the request did not ask for are absent.
/// Dispose it to give the memory back. Safe to use from any thread.
/// </summary>
/// <remarks>
/// The same object stands behind every view made from the loan, so its first fields are what an item access reads:
/// <code>
///   managed memory          Base = the object,  Direct = null        touched through the object
///   memory of our own       Base = null,        Direct = the block   touched, then the block's state checked
///   borrowed, or ended      Base = null,        Direct = null        the slow way, which tells them apart
/// </code>
/// </remarks>
public sealed class BufferExport : IDisposable
{
    private const int Ended = int.MinValue;

    /// <summary>A loan that is over: what a released view has.</summary>
    internal static readonly BufferExport None = new(System.Array.Empty<byte>(), 0) { _base = null, _views = Ended };

    private readonly ExportFacts? _facts; // null for a whole managed array, which says all of it itself
    private object? _base;
    private MemoryBlock? _direct;
    private LoanTicket? _ticket;
    private int _views; // views that hold the loan, where loans are counted; Ended when it is over

    /// <summary>A loan over memory, before it is narrowed to a request.</summary>
    /// <param name="exporter">Whose memory it is; what a view gives as <see cref="MemoryView.Exporter"/>.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="layout">Where the items lie in it.</param>
    /// <param name="format">What an item is. Its size may differ from the layout's item size; items can then not be read.</param>
    /// <param name="isReadOnly">Whether writes are refused; read-only memory makes it so by itself.</param>
    /// <param name="onReturned">Called once, when the loan goes back: when it is disposed, when a narrowing is refused, or after it was dropped
    /// (then later, on a thread of the library's or of whoever next asks an <see cref="ExportLock"/>). It must not wait for a lock: a
    /// <see cref="ReleaseQueue"/> waits for it.</param>
    /// <param name="label">A name for the holder, shown when a resize or close is refused.</param>
    /// <exception cref="ViewArgumentException">The layout reaches outside the memory.</exception>
    /// <exception cref="ViewNotSupportedException">The layout follows pointers and the memory is managed, where they cannot be kept, or a checked file,
    /// which has no addresses.</exception>
    public BufferExport(object? exporter, MemoryBlock memory, Layout layout, ItemFormat format, bool isReadOnly, Action? onReturned = null, string? label = null)
        : this(exporter, Check(memory, in layout), layout, format, isReadOnly, onReturned is null && label is null ? null : new LoanTicket(onReturned, null) { Label = label })
    {
    }

    // For layouts known to be sound: behind a pointer items lie outside the block that holds it.
    private BufferExport(object? exporter, MemoryBlock memory, in Layout layout, ItemFormat format, bool isReadOnly, LoanTicket? ticket)
    {
        ArgumentNullException.ThrowIfNull(format);
        _base = memory.Base;
        _direct = memory.IsDirect ? memory : null;
        Start = memory.Start;
        _ticket = ticket;
        _facts = new(exporter, memory, layout, format, isReadOnly || memory.IsReadOnly);
    }

    /// <summary>A whole managed array, lent to a view at once: nothing to check, nothing to count.</summary>
    internal BufferExport(Array array, nint start)
    {
        _base = array;
        Start = start;
    }

    /// <summary>Whose memory it is. Python: <c>obj</c>.</summary>
    public object? Exporter => _facts is { } facts ? facts.Exporter : Array;

    /// <summary>The memory lent.</summary>
    public MemoryBlock Memory => _facts is { } facts ? facts.Memory : MemoryBlock.OfArray(Array);

    /// <summary>Where the items lie. What the request did not ask for is rebuilt: bytes in a row without a shape, C order without strides.</summary>
    public Layout Layout => Facts.Layout;

    /// <summary>What an item is; null when the request did not ask for it (plain bytes then).</summary>
    public ItemFormat? Format => Facts.HasFormat ? Facts.Format : null;

    /// <summary>Whether the shape was asked for.</summary>
    public bool HasShape => Facts.HasShape;

    /// <summary>Whether strides were asked for.</summary>
    public bool HasStrides => Facts.HasStrides;

    /// <summary>Whether writes are refused.</summary>
    public bool IsReadOnly => Facts.IsReadOnly;

    /// <summary>Bytes all items take together. Python: <c>len</c>.</summary>
    public nint ByteLength => Facts.Layout.ByteLength;

    /// <summary>A name for the holder, shown when a resize or close is refused.</summary>
    public string? Label
    {
        get => _ticket?.Label;
        set
        {
            if (_ticket is { } ticket)
            {
                ticket.Label = value;
            }
        }
    }

    internal object? Base
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _base;
    }

    internal MemoryBlock? Direct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _direct;
    }

    internal nint Start { get; }

    internal nint MostAtOnce => _facts is { } facts ? facts.Memory.MostAtOnce : nint.MaxValue;

    /// <summary>Whether the memory is a file that is read and written through the system, and has no address.</summary>
    internal bool IsChecked => _facts?.Memory.Checked is not null;

    internal bool IsEnded => Volatile.Read(ref _views) < 0;

    /// <summary>The bytes lent, [Low, High) of the memory: what a view of the loan may be laid over.</summary>
    internal (nint Low, nint High) LentBytes => _facts is { } facts ? facts.Lent : (0, Memory.Length);

    private ExportFacts Facts => _facts ?? new ExportFacts(Array, Memory, Layout.Contiguous(1, [Memory.Length]), ItemFormat.UInt8, false);

    private Array Array => (Array?)_base ?? throw Error.LoanEnded();

    /// <summary>
    /// Narrows the loan to a request, by one table and one order of refusals for every exporter: writable, C, F or any contiguity, pointers,
    /// strides, shape and format. The loan is given back when the request is refused.
    /// </summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <returns>This loan.</returns>
    /// <exception cref="BufferException">The request cannot be met.</exception>
    public BufferExport Narrow(BufferRequest request)
    {
        ExportFacts facts = Facts;
        if (Narrowing.Refusal(request, facts.Layout, facts.IsReadOnly) is { } refusal)
        {
            Dispose();
            throw refusal;
        }

        facts.NarrowTo(request);
        return this;
    }

    /// <summary>The address of item (0, ..., 0), kept in place and in life until the handle is disposed.</summary>
    /// <exception cref="ViewReleasedException">The loan has been given back, or its memory closed.</exception>
    public MemoryHandle Pin() => Pinning.Pin(this, Facts.Layout.Offset);

    /// <summary>Gives the loan back, once; never throws. While a lease or pin still holds the memory, it goes back when they let go.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _views, Ended) >= 0)
        {
            End();
        }
    }

    /// <summary>The count with one view more; the same count when the loan is over.</summary>
    internal static int Added(int views) => views < 0 ? views : views + 1;

    /// <summary>The count with one view less: over, if that was the last one; the same count when it is over already, for it must not wrap.</summary>
    internal static int Dropped(int views) => views < 0 ? views : views <= 1 ? Ended : views - 1;

    internal void CountIn(ExportLock exports)
    {
        ThrowIfEnded(); // nobody would ever count it out again
        // A loan that some lock counts already goes back to both: the new ticket holds the old one.
        if (_ticket is null || _ticket.IsAttached)
        {
            _ticket = new LoanTicket(null, _ticket) { Label = _ticket?.Label };
        }

        _ticket.Attach(exports);
    }

    /// <summary>A second loan of the same memory, independent of this one's end; both must go back before the exporter is told.</summary>
    internal BufferExport Again(object? exporter, in Layout layout, ItemFormat format, bool isReadOnly, LoanTicket? ticket)
        => new(exporter, Memory, layout, format, isReadOnly, ticket);

    /// <summary>The ticket, held once more for somebody new; null where nobody counts.</summary>
    internal LoanTicket? HoldTicket()
    {
        ThrowIfEnded();
        return _ticket is null || _ticket.TryHold() ? _ticket : throw Error.LoanEnded();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddView()
    {
        if (_ticket is not null || _views < 0)
        {
            AddCountedView();
        }
    }

    // The last view ends the loan. One that was ended before is not counted down any further: it would begin again.
    internal void DropView()
    {
        if (_ticket is null)
        {
            return;
        }

        int views = Volatile.Read(ref _views), next;
        while ((next = Dropped(views)) != views)
        {
            int seen = Interlocked.CompareExchange(ref _views, next, views);
            if (seen == views)
            {
                if (next == Ended)
                {
                    End();
                }

                return;
            }

            views = seen;
        }
    }

    /// <summary>Opens the bytes [low, high) of the memory for an operation.</summary>
    internal MemoryScope Enter(nint low, nint high, MemoryUse use = MemoryUse.Read)
    {
        if (_base is { } managed)
        {
            return new(ref ObjectBytes.At(managed, Start), null);
        }

        ThrowIfEnded();
        return Memory.Enter(low, high, use);
    }

    /// <summary>A lease on the memory; null where memory can neither move nor vanish, so that nobody has to be told.</summary>
    /// <param name="label">What holders are called in messages.</param>
    /// <param name="managed">The object the memory is in; null when it is at the address <see cref="Start"/>, where the lease keeps it.</param>
    internal LeaseTicket? Lease(string? label, out object? managed)
    {
        // Read once: a loan that is ended by another thread meanwhile forgets its object, but a lease already given goes on.
        managed = _facts is { } facts ? facts.Memory.Base : Array;
        LoanTicket? ticket = HoldTicket();
        if (ticket is null && managed is not null)
        {
            return null;
        }

        ticket?.AddLease();
        try
        {
            return LeaseTicket.Take(managed is null ? Memory : null, ticket, label);
        }
        catch
        {
            (ticket as ILender)?.Return();
            throw;
        }
    }

    internal void ThrowIfEnded()
    {
        if (IsEnded)
        {
            throw Error.LoanEnded();
        }
    }

    private static MemoryBlock Check(MemoryBlock memory, in Layout layout)
    {
        ArgumentNullException.ThrowIfNull(memory);
        layout.CheckFits(memory.Length);
        if (layout.IsIndirect && memory.Checked is not null)
        {
            throw Error.IndirectChecked(memory.Name);
        }

        return !layout.IsIndirect || memory.Base is null ? memory : throw Error.IndirectManaged();
    }

    // By whoever took the count to its end, once.
    private void End()
    {
        _base = null;
        _direct = null;
        _ticket?.Return();
    }

    // Counted loans count their views, up from 0 and never up from ended.
    private void AddCountedView()
    {
        int views = Volatile.Read(ref _views), next;
        while ((next = Added(views)) != views)
        {
            int seen = Interlocked.CompareExchange(ref _views, next, views);
            if (seen == views)
            {
                return;
            }

            views = seen;
        }

        throw this == None ? Error.Released() : Error.LoanEnded();
    }
}
