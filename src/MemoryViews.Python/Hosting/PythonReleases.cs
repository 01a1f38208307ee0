namespace MemoryViews.Python;

/// <summary>
/// References and buffers to be given back by whoever takes the interpreter's lock next, at the latest by the library's background thread. A finalizer must
/// not wait for that lock: the thread that has it may be waiting for finalizers.
/// </summary>
internal static unsafe class PythonReleases
{
    private static readonly ReleaseQueue s_queue = new(static drain =>
    {
        // An interpreter that its owner has ended took everything along that waits here.
        if (PythonHost.TryLock(out PythonLock held))
        {
            drain();
            held.Dispose();
        }
    });

    /// <summary>Whether this thread may wait for the interpreter's lock to give something back: not where it gives back what was dropped.</summary>
    public static bool MayWait => !ReleaseQueue.IsReleasing;

    public static void AddReference(nint reference) => s_queue.Add(() => Py.DecRef(reference));

    public static void AddBuffer(PyBuffer* buffer) => s_queue.Add(() => BufferPool.Release(buffer));

    /// <summary>Gives back what waits. The caller holds the interpreter's lock.</summary>
    public static void Drain()
    {
        if (!s_queue.IsEmpty)
        {
            s_queue.Drain();
        }
    }
}
