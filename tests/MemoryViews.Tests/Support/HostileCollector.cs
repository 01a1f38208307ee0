using System;
using System.Threading;
using Xunit;

[assembly: AssemblyFixture(typeof(MemoryViews.Tests.HostileCollector))]

namespace MemoryViews.Tests;

/// <summary>
/// With <c>MEMORYVIEWS_HOSTILE=1</c> in the environment the heap is compacted all the time while the tests run, so that whatever may move does, and
/// at the end nothing may be pinned any more that was not at the start.
/// </summary>
public sealed class HostileCollector : IDisposable
{
    private readonly bool _isWanted = Environment.GetEnvironmentVariable("MEMORYVIEWS_HOSTILE") == "1";
    private readonly long _pinnedBefore;
    private readonly Thread? _thread;
    private bool _isOver;

    public HostileCollector()
    {
        if (_isWanted)
        {
            _pinnedBefore = Pinned();
            _thread = new Thread(Compact) { IsBackground = true };
            _thread.Start();
        }
    }

    public void Dispose()
    {
        if (!_isWanted)
        {
            return;
        }

        Volatile.Write(ref _isOver, true);
        _thread!.Join();
        Collector.Collect();
        long pinned = Pinned();
        Assert.True(pinned <= _pinnedBefore, $"{pinned} objects are pinned at the end, {_pinnedBefore} were at the start.");
    }

    private static long Pinned()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetGCMemoryInfo(GCKind.FullBlocking).PinnedObjectsCount;
    }

    private void Compact()
    {
        while (!Volatile.Read(ref _isOver))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            Thread.Yield();
        }
    }
}
