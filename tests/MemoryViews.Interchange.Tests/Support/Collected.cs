using System;
using System.Threading;

namespace MemoryViews.Interchange.Tests;

/// <summary>Waits for the collector to do what it must, without a clock.</summary>
internal static class Collected
{
    // A finalizer may keep others alive for a round, and releases may be under way in other threads: many rounds, which only a failure needs.
    private const int Rounds = 1000;

    public static bool Until(Func<bool> isDone)
    {
        for (int i = 0; i < Rounds && !isDone(); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            WaitForReleases();
        }

        return isDone();
    }

    // The one background thread drains queues in the order in which they ask: once it has come to this one, it has been through those before.
    private static void WaitForReleases()
    {
        using ManualResetEventSlim reached = new();
        new ReleaseQueue(drain => drain()).Add(reached.Set);
        reached.Wait();
    }
}
