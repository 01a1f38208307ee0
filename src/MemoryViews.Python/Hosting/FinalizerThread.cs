using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews.Python;

/// <summary>
/// Tells whether this code runs on the thread of finalizers. The runtime does not say, so an object that is dropped at the start tells when it is
/// finalized; until a first collection there is nothing to finalize, and between the two the answer is "perhaps".
/// </summary>
internal static class FinalizerThread
{
    private static int s_id;
    private static int s_collections;

    /// <summary>Whether this may be the thread of finalizers.</summary>
    public static bool MayBeThis
    {
        get
        {
            int id = Volatile.Read(ref s_id);
            return id != 0 ? id == Environment.CurrentManagedThreadId : GC.CollectionCount(0) != s_collections;
        }
    }

    public static void Watch()
    {
        s_collections = GC.CollectionCount(0);
        Drop();
    }

    // In a frame of its own, so that no register keeps it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = new Sentinel();

    private sealed class Sentinel
    {
        ~Sentinel() => Volatile.Write(ref s_id, Environment.CurrentManagedThreadId);
    }
}
