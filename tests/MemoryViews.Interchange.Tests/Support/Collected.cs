using System;
using System.Threading;

namespace MemoryViews.Interchange.Tests;

/// <summary>Waits for the collector to do what it must, without a clock.</summary>
internal static class Collected
{
    // What finalizers leave to a thread in the background comes when that thread comes to it: many rounds, which only a failure needs.
    private const int Rounds = 10_000, Eager = 10;

    public static bool Until(Func<bool> isDone)
    {
        for (int i = 0; i < Rounds && !isDone(); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(i < Eager ? 0 : 1); // others are to run meanwhile, however few processors there are
        }

        return isDone();
    }
}
