using System;

namespace MemoryViews.Interchange.Tests;

/// <summary>Waits for the collector to do what it must, without a clock.</summary>
internal static class Collected
{
    public static bool Until(Func<bool> isDone)
    {
        for (int i = 0; i < 50 && !isDone(); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return isDone();
    }
}
