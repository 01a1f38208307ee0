using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
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
    private bool _isGivenBack;
    private ExportLock? _lock;
    private ExportLock.Entry? _entry;

    /// <param name="onReturned">Called once, when the loan goes back.</param>
    /// <param name="parent">A ticket that this one holds for as long as it is out itself.</param>
    public LoanTicket(Action? onReturned, LoanTicket? parent)
    {
        _onReturned = onReturned;
        _parent = parent;
    }

    ~LoanTicket() => GiveBack();

    public string? Label
    {
        get => field;
        set
        {
            field = value;
            if (_entry is { } entry)
            {
                entry.Label = value;
            }
        }
    }

    public void Attach(ExportLock owner)
    {
        _entry = owner.Enter(Label);
        _lock = owner;
    }

    /// <summary>One holder more; false when the loan has already gone back. Never counts up from nothing.</summary>
    public bool TryHold()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>One holder less; the last one gives the loan back.</summary>
    public void Return()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            GC.SuppressFinalize(this);
            GiveBack();
        }
    }

    // Giving back cannot fail (PEP 3118): what the exporter's callback throws is reported, not passed on to somebody who only let go.
    [SuppressMessage("Design", "CA1031", Justification = "The callback may throw anything, also on the finalizer's thread.")]
    private void GiveBack()
    {
        // Once: a holder that was dropped together with the ticket may let go after the ticket's finalizer has run.
        if (Interlocked.Exchange(ref _isGivenBack, true))
        {
            return;
        }

        if (_entry is { } entry)
        {
            _lock!.Leave(entry);
        }

        try
        {
            _onReturned?.Invoke();
        }
        catch (Exception e)
        {
            Trace.TraceError($"An exporter threw when its memory was given back: {e}");
        }

        _parent?.Return();
    }
}
