using System;
using System.Linq;
using System.Threading;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python.Garbage;

/// <summary>The memory that is lent both ways, and the threads that lend it.</summary>
internal sealed class Litter : IDisposable
{
    private readonly CountingExporter[] _exporters = [.. Enumerable.Range(0, 8).Select(_ => new CountingExporter())];
    private readonly PythonObject _module;
    private readonly PythonObject _classes;
    private readonly PythonObject[] _types;
    private readonly PythonObject[] _own;
    private long _looked;
    private long _seen;

    public Litter()
    {
        _module = DriverModule.Load("litter.py");
        _types = [PythonHost.Evaluate("memoryview"), PythonHost.MemoryViewType(strict: true), PythonHost.MemoryViewType()];
        _classes = PythonObject.From(_types);
        using PythonObject own = _module.GetAttribute("own");
        _own = [.. own.Iterate()];
    }

    public long Gets => _exporters.Sum(exporter => exporter.Gets);

    public long Releases => _exporters.Sum(exporter => exporter.Releases);

    /// <summary>Items read in .NET from Python's memory, and how many were right.</summary>
    public long Looked => Interlocked.Read(ref _looked);

    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>So many threads of each side, each making so many views, and one that collects until they are done.</summary>
    public void Round(int threads, int each)
    {
        using (PythonObject lent = PythonObject.From(_exporters.Select(PythonHost.Export).ToArray()))
        {
            _module.CallMethod("start", threads, lent, _classes, each).Dispose();
        }

        using ManualResetEventSlim done = new();
        Thread[] ours = [.. Enumerable.Range(0, threads).Select(i => new Thread(() => Lend(i, each)))];
        Thread collector = new(() => Collect(done));
        collector.Start();
        Array.ForEach(ours, thread => thread.Start());
        Array.ForEach(ours, thread => thread.Join());
        _module.CallMethod("join").Dispose();
        done.Set();
        collector.Join();
    }

    /// <summary>Collects on both sides until everything is back. The watchdog of the run ends it where something never comes.</summary>
    public void WaitForReleases()
    {
        while (Gets != Releases || !OwnIsFree())
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            _module.CallMethod("join").Dispose(); // a collection of Python's; what finalizers left is given back under its lock
        }
    }

    public bool OwnIsFree()
    {
        using PythonObject free = _module.CallMethod("own_is_free");
        return free.ToBoolean();
    }

    public void Dispose()
    {
        Array.ForEach(_own, memory => memory.Dispose());
        Array.ForEach(_types, type => type.Dispose());
        _classes.Dispose();
        _module.Dispose();
    }

    // Every other one is dropped, for the finalizers.
    private void Lend(int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            PythonObject lent = PythonHost.Export(_exporters[i % _exporters.Length]), view = _types[i % _types.Length].Call(lent);
            MemoryView own = _own[i % _own.Length].AsMemoryView();
            Interlocked.Increment(ref _looked);
            Interlocked.Add(ref _seen, own[0] is (byte)'s' && view.Length == 64 ? 1 : 0);
            if (i % 2 == 0)
            {
                own.Dispose();
                view.Dispose();
                lent.Dispose();
            }
        }
    }

    private static void Collect(ManualResetEventSlim done)
    {
        while (!done.Wait(1))
        {
            GC.Collect(0);
            GC.Collect();
        }
    }
}
