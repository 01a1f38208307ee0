using System;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// What is told to an exporter that counts: the loan is out as long as anyone holds its ticket (views, shares, leases, pins, re-exports), and
/// goes back once, when the last lets go. The finalizer sits here, never on views: when every view of a loan was dropped, so was its ticket.
/// </summary>
internal sealed class LoanTicket : ILender
{
    private readonly Action? _onReturned;
    private readonly LoanTicket? _parent;
    private int _holders = 1;
    private int _leases; // of this loan and of loans made from it
    private bool _isGivenBack;
    private ExportLock? _lock;
    private Holding? _holding; // for a lock that counts, and for those who look for leaks

    /// <param name="onReturned">Called once, when the loan goes back.</param>
    /// <param name="parent">A ticket that this one holds for as long as it is out itself.</param>
    public LoanTicket(Action? onReturned, LoanTicket? parent)
    {
        _onReturned = onReturned;
        _parent = parent;
        _holding = Holding.IsWanted ? new(LeakKind.Loan) : null;
    }

    ~LoanTicket()
    {
        // A lease that was never given back may still be used through a span or pointer: its memory is kept, and looked at again.
        if (Volatile.Read(ref _leases) > 0)
        {
            GC.ReRegisterForFinalize(this);
            return;
        }

        Volatile.Write(ref _holders, 0); // a view that another finalizer brings back to life gets no lease of it any more
        GiveBack(inFinalizer: true);
    }

    /// <summary>Whether the callback is the library's own, and may run on any thread.</summary>
    public bool IsOwnCallback { get; init; }

    public string? Label
    {
        get => field;
        set
        {
            field = value;
            _holding?.Label = value;
        }
    }

    /// <summary>Whether a lock counts the loan.</summary>
    public bool IsAttached => _lock is not null;

    public void Attach(ExportLock owner)
    {
        _holding ??= new(LeakKind.Loan);
        _holding.Label = Label;
        owner.Enter(_holding);
        _lock = owner;
    }

    /// <summary>The count with one holder more; the same count when nobody holds the loan any more.</summary>
    public static int Held(int holders) => holders > 0 ? holders + 1 : holders;

    /// <summary>One holder more; false when the loan has already gone back. Never counts up from nothing.</summary>
    public bool TryHold()
    {
        int holders = Volatile.Read(ref _holders), next;
        while ((next = Held(holders)) != holders)
        {
            int seen = Interlocked.CompareExchange(ref _holders, next, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>One holder less; the last one gives the loan back.</summary>
    public void Return() => Return(inFinalizer: false);

    /// <summary>Counts a lease that a holder has taken, up to the first loan: none of them goes back by a finalizer meanwhile.</summary>
    public void AddLease() => CountLeases(1);

    void ILender.Return()
    {
        CountLeases(-1);
        Return();
    }

    private void Return(bool inFinalizer)
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            GC.SuppressFinalize(this);
            GiveBack(inFinalizer);
        }
    }

    private void CountLeases(int change)
    {
        for (LoanTicket? ticket = this; ticket is not null; ticket = ticket._parent)
        {
            Interlocked.Add(ref ticket._leases, change);
        }
    }

    private void GiveBack(bool inFinalizer)
    {
        // Once: a holder that was dropped together with the ticket may let go after the ticket's finalizer has run.
        if (Interlocked.Exchange(ref _isGivenBack, true))
        {
            return;
        }

        _lock?.Leave(_holding!);
        if (!inFinalizer)
        {
            _holding?.End(); // what the collector had to give back was left behind
        }

        // The exporter's code runs before the loan this one was made from goes back, and never on the finalizer's thread.
        if (inFinalizer && _onReturned is not null && !IsOwnCallback)
        {
            ReleaseQueue.Callbacks.Add(() => TellExporter(inFinalizer: false));
        }
        else
        {
            TellExporter(inFinalizer);
        }
    }

    private void TellExporter(bool inFinalizer)
    {
        Callback.Run(_onReturned, "An exporter threw when its memory was given back");
        _parent?.Return(inFinalizer); // whose exporter may be anybody
    }
}
