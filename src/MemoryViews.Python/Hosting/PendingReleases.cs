using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace MemoryViews.Python;

/// <summary>
/// References and buffers to be given back by whoever holds the interpreter's lock next. A finalizer must not wait for that lock: the thread that has it
/// may be waiting for finalizers.
/// </summary>
internal static unsafe class PendingReleases
{
    private static readonly ConcurrentQueue<(nint Reference, nint Buffer)> s_waiting = new();
    private static readonly AutoResetEvent s_more = new(false);
    private static int s_count;
    private static int s_isServed;

    public static void AddReference(nint reference) => Add(reference, 0);

    public static void AddBuffer(PyBuffer* buffer) => Add(0, (nint)buffer);

    /// <summary>Gives back what is waiting. The caller holds the interpreter's lock.</summary>
    public static void Drain()
    {
        if (Volatile.Read(ref s_count) != 0)
        {
            DrainAll();
        }
    }

    /// <summary>Starts the thread that takes the lock when nobody else does.</summary>
    public static void Serve()
    {
        if (Interlocked.Exchange(ref s_isServed, 1) == 0)
        {
            new Thread(ServeForever) { IsBackground = true, Name = "MemoryViews.Python releases" }.Start();
        }
    }

    private static void Add(nint reference, nint buffer)
    {
        s_waiting.Enqueue((reference, buffer));
        Interlocked.Increment(ref s_count);
        s_more.Set();
    }

    private static void DrainAll()
    {
        while (s_waiting.TryDequeue(out (nint Reference, nint Buffer) item))
        {
            Interlocked.Decrement(ref s_count);
            if (item.Buffer != 0)
            {
                BufferPool.Release((PyBuffer*)item.Buffer);
            }
            else
            {
                Py.DecRef(item.Reference);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The interpreter may be gone; then nothing can be given back any more.")]
    private static void ServeForever()
    {
        try
        {
            while (s_more.WaitOne())
            {
                PythonHost.Lock().Dispose();
            }
        }
        catch (PythonHostException)
        {
            // The owner of the interpreter has ended it, and with it all that was waiting.
        }
    }
}
