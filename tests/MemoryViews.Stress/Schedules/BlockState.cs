using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Schedules;

internal enum BlockOperation : byte
{
    None,
    Use,
    Access,
    CloseFail,
    CloseWait,
    CloseDefer,
    Lease,
    Return,
    Drop,
    Finalize,
}

/// <summary>Where an actor stands: the access it makes next.</summary>
internal enum BlockStep : byte
{
    Idle,
    ReadToEnter,
    SwapToEnter,
    Link,
    Touch,
    Check,
    Unlink,
    ReadToLeave,
    SwapToLeave,
    LookClosed,
    LookForOwn,
    SwapToClose,
    LookRefused,
    ReadToShut,
    SwapToShut,
    GiveBack,
    Tell,
    Await,
    LookForUsers,
    Free,
    Gone,
}

internal enum BlockMemory : byte
{
    Live,
    Zeros,
    Freed,
}

/// <summary>What only the step that does it can notice.</summary>
internal enum BlockWrong : byte
{
    Nothing,
    FreedMemoryTouched,
    ZerosForAnItem,
    ZerosInsideAnOperation,
    EnteredWhenShut,
    ClosedOverSomebody,
    WaitedTooShort,
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct BlockActor
{
    public long Seen;
    public BlockOperation Operation;
    public BlockStep At;
    public byte Left; // operations it may still begin
    public byte Leases;
    public bool IsFresh; // what it touched was memory, not zeros
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct BlockState
{
    public Actors<BlockActor> Actors;
    public long Word;
    public BlockMemory Memory;
    public BlockWrong Wrong;
    public byte Finished; // how often somebody was told that he had closed the block
    public byte Told;
    public byte Forgotten; // leases whose threads are gone
    public bool WasClosed;
    public bool IsKept; // by the finalizer, which has nothing to do until a forgotten lease comes back
}
