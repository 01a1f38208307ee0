using System;

namespace MemoryViews.Stress.Schedules;

/// <summary>How a loan and its ticket do it: the library's own transitions, unless a fault is put in.</summary>
internal sealed record LoanRules(string Name)
{
    public Func<int, int> Added { get; init; } = BufferExport.Added;

    public Func<int, int> Dropped { get; init; } = BufferExport.Dropped;

    public Func<int, int> Held { get; init; } = LoanTicket.Held;

    public bool HoldsBySwap { get; init; } = true;

    public bool EndsOnce { get; init; } = true;

    public bool GivesBackOnce { get; init; } = true;

    public bool CountsLeases { get; init; } = true;

    public static LoanRules[] Broken { get; } =
    [
        new("letting go of a view counts down from the end") { Dropped = views => views == 1 ? BufferExport.Dropped(1) : unchecked(views - 1) },
        new("views are added to a loan that is over") { Added = views => views + 1 },
        new("a loan that is gone is held again") { Held = holders => holders + 1 },
        new("holding without compare-and-swap") { HoldsBySwap = false },
        new("disposing twice returns twice") { EndsOnce = false },
        new("the exporter told by whoever comes") { GivesBackOnce = false },
        new("leases are not counted") { CountsLeases = false },
    ];
}
