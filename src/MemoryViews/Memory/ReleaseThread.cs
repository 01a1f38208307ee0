using System.Collections.Concurrent;
using System.Threading;

namespace MemoryViews;

/// <summary>The one background thread that drains release queues. It starts with the first release, and does not keep the process alive.</summary>
internal static class ReleaseThread
{
    private static readonly BlockingCollection<ReleaseQueue> s_asked = Start();

    /// <summary>Asks for a queue to be drained soon.</summary>
    public static void Ask(ReleaseQueue queue) => s_asked.Add(queue);

    private static BlockingCollection<ReleaseQueue> Start()
    {
        BlockingCollection<ReleaseQueue> asked = [];
        new Thread(() => DrainForEver(asked)) { IsBackground = true, Name = "MemoryViews releases" }.Start();
        return asked;
    }

    private static void DrainForEver(BlockingCollection<ReleaseQueue> asked)
    {
        foreach (ReleaseQueue queue in asked.GetConsumingEnumerable())
        {
            queue.DrainInBackground();
        }
    }
}
