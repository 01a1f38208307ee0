using System;

namespace MemoryViews.Stress.Schedules;

/// <summary>How a block does it: the library's own transitions, unless a fault is put in to see that it is found.</summary>
/// <param name="Name">What it is called in the output.</param>
internal sealed record BlockRules(string Name)
{
    public bool IsDirect { get; init; }

    public Func<long, long> Entered { get; init; } = StateWord.Entered;

    public Func<long, long> Left { get; init; } = StateWord.Left;

    public Func<long, long> Shut { get; init; } = StateWord.Shut;

    public Func<long, long> ShutEmpty { get; init; } = StateWord.ShutEmpty;

    public bool EntersBySwap { get; init; } = true;

    public bool LeavesBySwap { get; init; } = true;

    public bool TouchesFirst { get; init; } = true;

    public bool Waits { get; init; } = true;

    public bool FinalizerLooks { get; init; } = true;

    /// <summary>Each is wrong in one way only, and only in some schedules.</summary>
    public static BlockRules[] Broken { get; } =
    [
        new("leaving forgets to close") { Left = word => word - 1 },
        new("leaving closes for everybody") { Left = word => word < 0 ? StateWord.Left(word & ~0xFFFF_FFFFL | 1) : word - 1 },
        new("entering looks only for closed") { Entered = word => StateWord.Ended(word) ? word : word + 1 },
        new("entering without compare-and-swap") { EntersBySwap = false },
        new("leaving without compare-and-swap") { LeavesBySwap = false },
        new("shutting forgets who is inside") { Shut = word => word < 0 ? word : StateWord.Shut(0) },
        new("shutting an empty block only half") { Shut = word => word < 0 ? word : word | long.MinValue },
        new("shutting what is shut tells again") { Shut = word => word == StateWord.Shut(0) ? word + (1L << 40) : StateWord.Shut(word) },
        new("the state checked before the touch") { IsDirect = true, TouchesFirst = false },
        new("Wait does not wait") { Waits = false },
        new("the finalizer frees under a lease") { FinalizerLooks = false },
    ];
}
