using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace MemoryViews.Stress.Python.Garbage;

/// <summary>
/// .NET threads export and import, Python threads make cyclic garbage of the views, and both sides collect all the while: every loan comes back, nothing waits
/// for ever, and memory stays as it was.
/// </summary>
internal sealed class GilRun : IRun
{
    private const int Threads = 3, Each = 600;
    private const long MostGrowth = 64L << 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    public string Name => "gil";

    public string Unit => "rounds";

    public long DefaultCount => 120;

    public void Run(in Options options, Tally tally)
    {
        if (PythonStart.Try() is { } reason)
        {
            tally.Skip($"no Python to share the lock with: {reason}");
            return;
        }

        using Timer watchdog = new(_ => GiveUp(tally), null, s_patience * Math.Max(1, options.Count / 200), Timeout.InfiniteTimeSpan);
        using Litter litter = new();
        long rounds = Math.Max(2, options.Count), collections = GC.CollectionCount(0);
        litter.Round(Threads, Each); // what is made once is made
        long[] memory = [Resident(), 0, 0];
        for (long round = 1; round <= rounds; round++)
        {
            litter.Round(Threads, Each);
            tally.Check(litter.Seen == litter.Looked, () => "a view showed other memory than it was made of");
            memory[1] = round == rounds / 2 ? Resident() : memory[1];
        }

        litter.WaitForReleases();
        memory[2] = Resident();
        tally.Check(litter.Gets == litter.Releases, () => $"{litter.Gets} gets, {litter.Releases} releases");
        tally.Check(litter.OwnIsFree(), () => "Python's own memory is still lent");
        tally.Check(memory[2] - memory[0] < MostGrowth, () => $"resident memory grew by {Mebibytes(memory[2] - memory[0])}");
        tally.Write(string.Create(CultureInfo.InvariantCulture, $"gets {litter.Gets:N0}, releases {litter.Releases:N0}, imports {litter.Looked:N0}; collections of .NET {GC.CollectionCount(0) - collections:N0}"));
        tally.Write($"resident: {string.Join(", ", memory.Zip(["start", "middle", "end"], (bytes, when) => $"{when} {Mebibytes(bytes)}"))}");
    }

    private static void GiveUp(Tally tally)
    {
        tally.Fail($"gil: not at an end after {s_patience}");
        tally.WriteTotal();
        Environment.Exit(1);
    }

    private static long Resident()
    {
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MiB");
}
