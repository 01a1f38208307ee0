using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Schedules;

internal enum TicketStep : byte
{
    Idle,
    Enter,
    Link,
    SetBlock,
    Publish,
    ReadVersion,
    SwapVersion,
    ReadBlock,
    ClearBlock,
    Unlink,
    Leave,
}

internal enum TicketWrong : byte
{
    Nothing,
    TakenWhileInUse,
    CopyEndsAnotherLease,
    LeaseEndsTwice,
    ReturnedWithoutBlock,
    UnlinkedTwice,
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TicketActor
{
    public TicketStep At;
    public byte Left;
    public byte Spare; // ticket + 1 that this thread uses next; 0: a new one
    public byte Ticket;
    public byte Lease;
    public bool HasBlock; // what it read of the ticket
}

/// <summary>The ticket's own fields.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TicketSlot
{
    public const byte BeingTaken = byte.MaxValue;

    public byte Version;
    public bool HasBlock;
    public bool IsLinked;
    public byte Lease; // lease + 1 that is out on it; not the ticket's, but what should be so
}

/// <summary>What every copy of a lease holds, and whether one of them has ended it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TicketCopy
{
    public byte Ticket;
    public byte Version;
    public bool IsEnded;
}

/// <summary>Room for as many as three threads of four operations take.</summary>
[InlineArray(Count)]
internal struct Twelve<T>
    where T : unmanaged
{
    public const int Count = 12;

    private T _first;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TicketState
{
    public Actors<TicketActor> Actors;
    public Twelve<TicketSlot> Tickets;
    public Twelve<TicketCopy> Leases;
    public byte TicketCount;
    public byte LeaseCount;
    public byte Users; // of the block
    public bool IsShut;
    public TicketWrong Wrong;
}
