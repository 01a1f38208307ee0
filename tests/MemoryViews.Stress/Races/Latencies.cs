using System;
using System.Numerics;

namespace MemoryViews.Stress.Races;

/// <summary>
/// How long things took, in a fixed number of buckets: each power of two of nanoseconds is cut in 16, so a percentile is told to 6 %.
/// <code>
///   bucket = 16 * (power - 4) + the four bits behind the leading one
/// </code>
/// </summary>
internal sealed class Latencies
{
    private const int Cuts = 16;

    private readonly long[] _buckets = new long[64 * Cuts];
    private long _longest;

    public long Count { get; private set; }

    public TimeSpan Longest => TimeSpan.FromMicroseconds(_longest / 1000.0);

    public void Add(TimeSpan time)
    {
        long nanoseconds = (long)time.TotalNanoseconds;
        _buckets[BucketOf(nanoseconds)]++;
        _longest = Math.Max(_longest, nanoseconds);
        Count++;
    }

    public void Add(Latencies other)
    {
        for (int i = 0; i < _buckets.Length; i++)
        {
            _buckets[i] += other._buckets[i];
        }

        _longest = Math.Max(_longest, other._longest);
        Count += other.Count;
    }

    /// <summary>The time that this part of all of them did not exceed.</summary>
    /// <param name="part">0.99 for the 99th percentile.</param>
    public TimeSpan Percentile(double part)
    {
        long rank = (long)(part * Count), seen = 0;
        int bucket = 0;
        while (bucket < _buckets.Length - 1 && (seen += _buckets[bucket]) <= rank)
        {
            bucket++;
        }

        return TimeSpan.FromMicroseconds(Math.Min(HighestOf(bucket), _longest) / 1000.0);
    }

    private static int BucketOf(long nanoseconds)
    {
        long least = Math.Max(nanoseconds, Cuts);
        int power = BitOperations.Log2((ulong)least);
        return (Cuts * (power - 4)) + (int)((least >> (power - 4)) & (Cuts - 1));
    }

    private static long HighestOf(int bucket) => ((long)(Cuts + (bucket % Cuts) + 1) << (bucket / Cuts)) - 1;
}
