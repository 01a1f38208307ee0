using System;
using System.Collections.Generic;
using System.Threading;

namespace MemoryViews.Stress.Truncate;

/// <summary>
/// Where the file has ended so far. An end is told here before the file gets it, and looked up after a read: what lies below the lowest of
/// them was there all the time, and zeros lie only between it and an end that came after:
/// <code>
///   ends so far    90 000    20 000    50 000
///   bytes          |the pattern 20 000|zeros or the pattern 50 000|the pattern
/// </code>
/// Safe to use from any thread.
/// </summary>
internal sealed class Ends
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _all = [];
    private long _lowest = long.MaxValue;
    private long _highest;
    private long _zeroEnd;

    public Ends(long first) => Add(first);

    public long Lowest => Volatile.Read(ref _lowest);

    public void Add(long end)
    {
        lock (_gate)
        {
            _all.Add(end);
            _zeroEnd = end > _lowest ? Math.Max(_zeroEnd, end) : _zeroEnd;
            _highest = Math.Max(_highest, end);
            Volatile.Write(ref _lowest, Math.Min(_lowest, end));
        }
    }

    /// <summary>Where zeros may lie by now. A write that meets a cut leaves zeros, too, as far as any write goes.</summary>
    public (long Low, long High) Zeros(bool isWritten)
    {
        lock (_gate)
        {
            return (_lowest, isWritten ? long.MaxValue : _zeroEnd);
        }
    }

    /// <summary>Whether the file may have ended there. A write that meets a cut makes the file longer again, up to where it wrote.</summary>
    public bool MayBe(long end, bool isWritten)
    {
        lock (_gate)
        {
            return _all.Contains(end) || (isWritten && end >= 0 && end <= _highest);
        }
    }
}
