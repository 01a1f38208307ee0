using System;

namespace MemoryViews;

/// <summary>What was not given back, as <see cref="LeakCheck"/> reports it. An immutable value, safe to use from any thread.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Its name, where somebody gave it one.</param>
/// <param name="Age">Since when it is out.</param>
/// <param name="StackTrace">The calls that made it; null unless <see cref="MemoryDiagnostics.CapturesStacks"/> was on then.</param>
public readonly record struct Leak(LeakKind Kind, string? Label, TimeSpan Age, string? StackTrace);

/// <summary>What can be left behind.</summary>
public enum LeakKind
{
    /// <summary>A loan that an exporter counts, held by views: dispose or release them.</summary>
    Loan,

    /// <summary>A lease, pin or borrowed memory: dispose it. Until then its memory is never freed, not even by the collector.</summary>
    Lease,

    /// <summary>Native, mapped or borrowed memory: close it.</summary>
    Block,
}
