using System;

namespace MemoryViews.Benchmarks;

/// <summary>One line of the table: a body that runs a number of operations, and what it is held against.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Operations">Operations in one call of the body.</param>
/// <param name="Body">The work; returns something so that none of it can be left out.</param>
/// <param name="Goal">The most nanoseconds an operation may take on the machine the goal was set for; null for a peer.</param>
/// <param name="GoalBytes">The most managed bytes an operation may allocate; null where it does not matter.</param>
/// <param name="Peer">The name of the row this one is compared with; null for none.</param>
internal sealed record Row(string Name, int Operations, Func<object?> Body, double? Goal = null, long? GoalBytes = null, string? Peer = null);
