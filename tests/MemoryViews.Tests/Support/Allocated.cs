using System;

namespace MemoryViews.HouseKeeping;

/// <summary>
/// What an action allocates on this thread, told from what happens to fall into its time: the first use of a method, a table of the runtime that
/// grows, a pool that the collector has emptied. Those come once in a while; what the action allocates itself comes every time.
/// </summary>
internal static class Allocated
{
    private const int Runs = 20;

    /// <summary>The fewest bytes that one run of the action took. No more runs are made when one has taken no more than <paramref name="enough"/>.</summary>
    public static long By(Action action, long enough = 0)
    {
        long least = long.MaxValue;
        for (int run = 0; run < Runs && least > enough; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
