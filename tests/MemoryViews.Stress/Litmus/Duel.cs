using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>
/// Two threads that do one step each at the same moment, over and over, as close to one another as two cores can bring them:
/// <code>
///   first     renew ─▶ go ─▶ a moment ─▶ First  ─▶ wait ─▶ judge ─▶ renew ...
///                      └─────▶ a moment ─▶ Second ─┘
/// </code>
/// The moments are of random length, so that each step meets every part of the other sooner or later.
/// </summary>
internal sealed class Duel(Duelist duelist) : IDisposable
{
    private const int SpinsBeforeYield = 2000;
    private const int TriesPerHesitation = 32;
    private const int LongestHesitation = 22; // its power of two: some milliseconds, as long as a thread keeps a core
    private const long Ended = long.MaxValue;

    private Thread? _thread;
    private long _asked; // the try that the second thread is to do
    private long _done; // the last one it has done

    /// <summary>How many tries were made, and how many were violated.</summary>
    /// <param name="most">Tries at most.</param>
    /// <param name="limit">Time at most.</param>
    /// <param name="stopsAtViolation">Whether one is enough.</param>
    public (long Tries, long Violations) Run(long most, TimeSpan limit, bool stopsAtViolation)
    {
        const int TriesBetweenLooks = 64;
        _thread = new Thread(Follow) { IsBackground = true, Name = "second" };
        _thread.Start();
        long start = Stopwatch.GetTimestamp(), tries = 0, violations = 0;
        Moment moment = new(seed: 1);
        while (tries < most && !(stopsAtViolation && violations > 0) && (tries % TriesBetweenLooks != 0 || Stopwatch.GetElapsedTime(start) < limit))
        {
            violations += IsViolated(++tries, ref moment) ? 1 : 0;
        }

        return (tries, violations);
    }

    public void Dispose()
    {
        Volatile.Write(ref _asked, Ended);
        _thread?.Join();
    }

    private bool IsViolated(long number, ref Moment moment)
    {
        duelist.Renew();
        duelist.Hesitation = 1 << (int)Math.Min(number / TriesPerHesitation, LongestHesitation);
        Volatile.Write(ref _asked, number);
        moment.Pass();
        duelist.First();
        WaitFor(ref _done, number);
        return duelist.IsViolated;
    }

    private void Follow()
    {
        Moment moment = new(seed: 2);
        for (long next = 1; WaitFor(ref _asked, next) != Ended; next++)
        {
            moment.Pass();
            duelist.Second();
            Volatile.Write(ref _done, next);
        }
    }

    // Looked at without a pause: whoever waits has to be there when the other comes. Where there is no second core, the other gets this one.
    private static long WaitFor(ref long word, long wanted)
    {
        long seen;
        for (int spins = 0; (seen = Volatile.Read(ref word)) < wanted; spins++)
        {
            if (spins >= SpinsBeforeYield)
            {
                Thread.Yield();
            }
        }

        return seen;
    }

    /// <summary>A time between nothing and what two cores need to tell each other something.</summary>
    private struct Moment(uint seed)
    {
        private uint _state = seed;

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Pass()
        {
            _state = unchecked((_state * 1664525) + 1013904223); // Knuth's and Lewis's numbers
            for (uint left = _state >> 25; left > 0; left--)
            {
                Volatile.Read(ref _state);
            }
        }
    }
}
