using System;

namespace MemoryViews.Tests;

/// <summary>The collector, made to do all it can do now.</summary>
internal static class Collector
{
    /// <summary>
    /// Everything that nobody knows any more is collected and finalized, releases that finalizers queued included. A finalizer may keep others
    /// alive for a round, so there are three.
    /// </summary>
    public static void Collect()
    {
        for (int round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            ReleaseQueue.Callbacks.Settle();
        }
    }
}
