using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// Finds what is not given back: loans, leases and blocks made between <see cref="Start"/> and the question, by this thread and by tasks it started.
/// What the collector had to give back counts as left behind, too: nobody knows when it will. For tests, several of which may run side by side.
/// Safe to use from any thread.
/// </summary>
/// <example>
/// <code>
/// using LeakCheck check = LeakCheck.Start();
/// RunWhatIsTested();
/// check.ThrowIfAny();          // names each loan, lease and block that is still out
/// </code>
/// </example>
public sealed class LeakCheck : IDisposable
{
    private static readonly AsyncLocal<LeakCheck?> s_current = new();
    private static int s_running; // none: nobody looks further

    private readonly Lock _gate = new();
    private readonly HashSet<Holding> _out = [];
    private readonly LeakCheck? _outer;
    private bool _isEnded;

    private LeakCheck(LeakCheck? outer) => _outer = outer;

    /// <summary>What was made since the start and is not given back.</summary>
    public IReadOnlyList<Leak> Leaks
    {
        get
        {
            lock (_gate)
            {
                return [.. _out.Select(holding => holding.DescribeLeak()).OrderByDescending(leak => leak.Age)];
            }
        }
    }

    internal static LeakCheck? Current => Volatile.Read(ref s_running) == 0 ? null : s_current.Value;

    /// <summary>Watches what this thread, and tasks it starts, make from now on. A check inside another one watches in its place.</summary>
    public static LeakCheck Start()
    {
        LeakCheck check = new(s_current.Value);
        Interlocked.Increment(ref s_running);
        s_current.Value = check;
        return check;
    }

    /// <summary>Refuses to go on when something was left behind.</summary>
    /// <exception cref="BufferException">Something was; its <see cref="BufferException.Holders"/> tell what.</exception>
    public void ThrowIfAny()
    {
        IReadOnlyList<Leak> leaks = Leaks;
        if (leaks.Count > 0)
        {
            throw Error.LeftBehind(leaks);
        }
    }

    /// <summary>Ends watching. Never throws, so that it hides no failure of what is tested.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isEnded, true))
        {
            return;
        }

        Interlocked.Decrement(ref s_running);
        if (s_current.Value == this)
        {
            s_current.Value = _outer;
        }
    }

    internal void Add(Holding holding)
    {
        lock (_gate)
        {
            _out.Add(holding);
        }
    }

    internal void Remove(Holding holding)
    {
        lock (_gate)
        {
            _out.Remove(holding);
        }
    }
}
