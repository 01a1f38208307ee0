using System;
using System.Collections.Concurrent;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// Releases that may not happen where they became due: a finalizer must not wait for a lock, or run an exporter's code. They wait here for
/// the next one who holds the lock, and for one background thread of the process, whichever comes first. Safe to use from any thread.
/// </summary>
/// <remarks>
/// <code>
///   finalizer ── Add ──▶ queue ──▶ Drain, by the next entry that holds the lock
///                              └─▶ the background thread, which takes the lock by itself
/// </code>
/// Each release runs once, in the order it was added, though perhaps beside another one. What it throws is reported as a trace error.
/// </remarks>
/// <example>
/// <code>
/// private static readonly ReleaseQueue s_releases = new(drain => { lock (s_gate) { drain(); } });
///
/// ~Handle() => s_releases.Add(() => Native.Free(_address));    // the finalizer never waits for s_gate
/// </code>
/// </example>
public sealed class ReleaseQueue
{
    [ThreadStatic]
    private static int s_depth;

    private readonly ConcurrentQueue<Action> _releases = new();
    private readonly Action<Action> _underLock;
    private bool _isAwaited;
    private int _unfinished;

    /// <summary>A queue with nothing in it.</summary>
    /// <param name="underLock">Takes the lock that the releases need, calls what it is given, and lets go of the lock. The background thread calls it.</param>
    public ReleaseQueue(Action<Action> underLock)
    {
        ArgumentNullException.ThrowIfNull(underLock);
        _underLock = underLock;
    }

    /// <summary>Of exporters' own code that became due on the finalizer's thread: it needs no lock that is known here.</summary>
    internal static ReleaseQueue Callbacks { get; } = new(drain => drain());

    /// <summary>
    /// Whether this thread is running a release of some queue, such as the callback of a loan that was dropped. Code that would wait for a lock in other
    /// cases puts itself into the queue of that lock then.
    /// </summary>
    public static bool IsReleasing => s_depth > 0;

    /// <summary>Whether nothing waits. Cheap: an entry asks this before it drains.</summary>
    public bool IsEmpty => _releases.IsEmpty;

    /// <summary>Queues a release. Never waits; finalizers may call it.</summary>
    /// <param name="release">What to do when the lock is held.</param>
    public void Add(Action release)
    {
        ArgumentNullException.ThrowIfNull(release);
        Interlocked.Increment(ref _unfinished);
        _releases.Enqueue(release);
        if (!Interlocked.Exchange(ref _isAwaited, true))
        {
            ReleaseThread.Ask(this);
        }
    }

    /// <summary>Runs all that waits. Call it with the lock held, at the beginning of an operation.</summary>
    public void Drain()
    {
        while (_releases.TryDequeue(out Action? release))
        {
            Run(release);
            Interlocked.Decrement(ref _unfinished);
        }
    }

    /// <summary>Drains, and waits for releases that other threads are running. Not for use inside a release.</summary>
    internal void Settle()
    {
        SpinWait spin = default;
        while (Volatile.Read(ref _unfinished) > 0)
        {
            Drain();
            spin.SpinOnce();
        }
    }

    internal void DrainInBackground()
    {
        // Asked for again from here on: what is added while this drains is either seen below, or asks anew.
        Volatile.Write(ref _isAwaited, false);
        Interlocked.MemoryBarrier();
        if (!IsEmpty)
        {
            Run(() => _underLock(Drain));
        }
    }

    // Nobody is there who could be told what it throws; the thread that runs it goes on.
    private static void Run(Action release)
    {
        s_depth++;
        Callback.Run(release, "A release of memory threw");
        s_depth--;
    }
}
