using System;

namespace MemoryViews.Stress.Schedules;

/// <summary>How a lease's ticket does it: the library's own transition, unless a fault is put in.</summary>
internal sealed record TicketRules(string Name)
{
    /// <summary>The version after a return, or the same when the copy was stale.</summary>
    public Func<int, int, int> Returned { get; init; } = LeaseTicket.Returned;

    public bool ReturnsBySwap { get; init; } = true;

    /// <summary>False: returns by exchanging the block for none, and looks at no version.</summary>
    public bool HasVersions { get; init; } = true;

    public bool TakesSpareAway { get; init; } = true;

    public static TicketRules[] Broken { get; } =
    [
        new("the version is not checked") { Returned = (version, _) => version + 1 },
        new("the version only checked for being older") { Returned = (version, copy) => copy <= version ? version + 1 : version },
        new("the version checked and moved in two steps") { ReturnsBySwap = false },
        new("the version comes back after two leases") { Returned = (version, copy) => version == copy ? version ^ 1 : version },
        new("a block to return, whatever the version") { HasVersions = false },
        new("a ticket in use stays the spare one") { TakesSpareAway = false },
    ];
}
