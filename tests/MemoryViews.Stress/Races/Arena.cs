using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace MemoryViews.Stress.Races;

/// <summary>
/// A few targets, readers on every core that touch them in all ways, and one who ends them under the readers and puts new ones in their place.
/// </summary>
internal sealed class Arena
{
    private const int MostDelay = 30;
    private const int SpinsBeforeYield = 100;

    // What a close may take on average. On a quiet machine it is much less, and the rest is waiting for readers to come in;
    // on one with other things to do, the run ends with fewer closes than were asked for, and says so.
    private static readonly TimeSpan s_pace = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan s_slowest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_leastTime = TimeSpan.FromSeconds(30);

    private readonly Target[] _targets;
    private readonly Reader[] _readers;
    private long _started;
    private bool _isStopped;

    public Arena(ulong seed, Maker maker, Tally tally)
    {
        int readers = Math.Max(Environment.ProcessorCount, 2);
        _targets = [.. Enumerable.Range(0, readers).Select(_ => maker.Next())];
        _readers = [.. Enumerable.Range(0, readers).Select(i => new Reader(this, (int)seed + i, tally))];
    }

    public bool IsStopped => Volatile.Read(ref _isStopped);

    public Target Any(Random random) => Volatile.Read(ref _targets[random.Next(_targets.Length)]);

    /// <summary>Ends and replaces targets, then stops the readers.</summary>
    public Ledger Run(long closes, ulong seed, Maker maker)
    {
        Ledger ledger = new();
        Random random = new((int)seed);
        _started = Stopwatch.GetTimestamp();
        Array.ForEach(_readers, reader => reader.Start());
        try
        {
            TimeSpan limit = s_leastTime + (s_slowest * closes);
            while (ledger.Closes < closes && Stopwatch.GetElapsedTime(_started) < limit)
            {
                EndOne(random, maker.Next(), ledger);
            }
        }
        finally
        {
            Volatile.Write(ref _isStopped, true);
        }

        Array.ForEach(_readers, reader => ledger.Add(reader.Join()));
        return ledger;
    }

    private void EndOne(Random random, Target next, Ledger ledger)
    {
        int place = PlaceOfReader(random, ledger);
        Thread.SpinWait(random.Next(MostDelay));
        Target old = _targets[place];
        bool isInside = _readers.Any(reader => reader.Inside == old);
        long before = Stopwatch.GetTimestamp();
        int refused = old.End();
        ledger.AddEnd(old, Stopwatch.GetElapsedTime(before), isInside, refused);
        Volatile.Write(ref _targets[place], next);
    }

    // Where some reader is inside now. Readers get the time to come in that this one is ahead of its pace, and no more: other programs may have the cores.
    private int PlaceOfReader(Random random, Ledger ledger)
    {
        int first = random.Next(_readers.Length);
        for (int tries = 0; tries < SpinsBeforeYield || Stopwatch.GetElapsedTime(_started) < s_pace * ledger.Closes; tries++)
        {
            Target? inside = _readers[(first + tries) % _readers.Length].Inside;
            int place = inside is null ? -1 : Array.IndexOf(_targets, inside);
            if (place >= 0)
            {
                return place;
            }

            if (tries > SpinsBeforeYield)
            {
                Thread.Yield();
            }
        }

        return first;
    }
}
