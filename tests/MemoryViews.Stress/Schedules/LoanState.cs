using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Schedules;

internal enum LoanOperation : byte
{
    None,
    Derive,
    Release,
    ReleaseRoot,
    DisposeRoot,
    DisposeLoan,
    Share,
    DisposeShare,
    Lease,
    Return,
    Drop,
    Finalize,
}

internal enum LoanStep : byte
{
    Idle,
    LookAtRoot,
    ReadToAdd,
    SwapToAdd,
    TakeRoot,
    ReadToDrop,
    SwapToDrop,
    EndLoan,
    LookEnded,
    ReadToHold,
    SwapToHold,
    CountLease,
    UncountLease,
    ReturnHold,
    GiveBack,
    Tell,
    LookForLeases,
    Gone,
}

internal enum LoanWrong : byte
{
    Nothing,
    ViewOfAnEndedLoan,
    HeldWhenGone,
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct LoanActor
{
    public int Seen;
    public LoanOperation Operation;
    public LoanStep At;
    public byte Left;
    public byte Views;
    public byte Shares;
    public byte Leases;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct LoanState
{
    public Actors<LoanActor> Actors;
    public int Views; // BufferExport: of the loan
    public int Holders; // LoanTicket: of the ticket
    public byte Leases; // LoanTicket: counted
    public bool IsGivenBack;
    public bool IsRootOut; // the view that took the loan, which all threads know
    public byte Told;
    public byte ForgottenViews;
    public byte ForgottenShares;
    public byte ForgottenLeases;
    public bool WasEnded;
    public bool IsSuppressed;
    public bool IsFinalized;
    public bool IsKept;
    public LoanWrong Wrong;
}
