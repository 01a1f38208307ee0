using System;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// Bounds the ranges that are closed but not yet unmapped. They take no memory, but each is an entry in the system's list of mappings, which
/// holds some 65,000 on Linux; only the collector can end them, and it does not know that they press.
/// </summary>
internal static class ClosedRanges
{
    /// <summary>From so many on, the collector is asked to look, without waiting for it.</summary>
    internal const int Ask = 2048;

    /// <summary>From so many on, whoever closes waits until the collector has looked.</summary>
    internal const int Insist = 16384;

    private static int s_count;

    /// <summary>Ranges that wait for their block's finalizer.</summary>
    public static int Count => Volatile.Read(ref s_count);

    public static void Add()
    {
        int count = Interlocked.Increment(ref s_count);
        if (count % Insist == 0)
        {
            GC.Collect();
        }
        else if (count % Ask == 0)
        {
            // Blocks that lived shortly are found by a look at the young ones, which costs next to nothing; for the others the whole heap is looked through meanwhile.
            GC.Collect(1, GCCollectionMode.Forced, blocking: false);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }

    public static void Remove() => Interlocked.Decrement(ref s_count);
}
