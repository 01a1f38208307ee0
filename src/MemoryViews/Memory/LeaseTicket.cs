using System;
using System.Diagnostics;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// One right to touch a block. A lease is a struct and may be copied: it keeps the ticket and the version it got it at, and only the first
/// copy to give that version back does. Tickets are used again, under the next version.
/// </summary>
internal sealed class LeaseTicket
{
    [ThreadStatic]
    private static LeaseTicket? s_spare;

    private MemoryBlock? _block;
    private ILender? _lender;
    private string? _label;
    private long _taken;
    private Holding? _holding; // for those who look for leaks
    private int _version;

    public LeaseTicket? Next { get; private set; }

    public int ThreadId { get; private set; }

    public int Version => Volatile.Read(ref _version);

    /// <summary>Takes a lease on a block, from a lender, or both.</summary>
    /// <exception cref="ViewReleasedException">The block is closed.</exception>
    public static LeaseTicket Take(MemoryBlock? block, ILender? lender, string? label)
    {
        LeaseTicket ticket = s_spare ?? new LeaseTicket();
        ticket._label = label;
        ticket._taken = Stopwatch.GetTimestamp();
        ticket.ThreadId = Environment.CurrentManagedThreadId;
        block?.Admit(ticket);
        s_spare = s_spare == ticket ? null : s_spare;
        ticket._block = block;
        ticket._lender = lender;
        ticket._holding = Holding.IsWanted ? new(LeakKind.Lease, label) : null;
        return ticket;
    }

    public static void Link(ref LeaseTicket? first, LeaseTicket ticket)
    {
        ticket.Next = first;
        first = ticket;
    }

    public static void Unlink(ref LeaseTicket? first, LeaseTicket ticket)
    {
        if (first == ticket)
        {
            first = ticket.Next;
            return;
        }

        for (LeaseTicket? at = first; at is not null; at = at.Next)
        {
            if (at.Next == ticket)
            {
                at.Next = ticket.Next;
                return;
            }
        }
    }

    /// <summary>The version after a copy of <paramref name="copy"/> was given back: the next one, or the same when the copy is stale.</summary>
    public static int Returned(int version, int copy) => version == copy ? version + 1 : version;

    /// <summary>Gives the lease back if <paramref name="version"/> is the one it was taken at; otherwise another copy already has.</summary>
    public void Return(int version)
    {
        if (Interlocked.CompareExchange(ref _version, Returned(version, version), version) != version)
        {
            return;
        }

        (MemoryBlock? block, ILender? lender) = (_block, _lender);
        (_block, _lender) = (null, null);
        _holding?.End();
        _holding = null;
        block?.Return(this);
        Next = null;
        s_spare = this;
        lender?.Return();
    }

    public ExportHolder Describe() => _holding?.Describe() ?? new(_label, Stopwatch.GetElapsedTime(_taken), null);
}
