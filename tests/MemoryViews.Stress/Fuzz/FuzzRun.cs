using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace MemoryViews.Stress.Fuzz;

/// <summary>
/// The library against a model that knows nothing of strides: random exporters, views, copies, searches, and lifetimes; and texts that are nearly
/// formats. Scenarios are independent, so they run on all cores and any one can be run again by its own seed.
/// </summary>
internal sealed class FuzzRun : IRun
{
    private static readonly HashSet<int> s_all = [];

    public string Name => "fuzz";

    public string Unit => "operations";

    public long DefaultCount => 100_000;

    public void Run(in Options options, Tally tally)
    {
        (long count, ulong seed) = (options.Count, options.Seed);
        long next = -1, scenarios = (count + Scenario.Length - 1) / Scenario.Length;
        Counts[] counts = [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => new Counts())];
        Thread[] threads = Array.ConvertAll(counts, own => new Thread(() =>
        {
            for (long index = Interlocked.Increment(ref next); index < scenarios; index = Interlocked.Increment(ref next))
            {
                RunOne(SeedOf(seed, index), (int)Math.Min(Scenario.Length, count - (index * Scenario.Length)), own, tally);
            }
        }));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        tally.Write(Counts.Describe(counts));
    }

    // The first scenario has the seed itself, so that --seed with the seed of a scenario is that scenario.
    private static ulong SeedOf(ulong seed, long index) => index == 0 ? seed : Chance.Mix(seed, (ulong)index) >> 1;

    private static void RunOne(ulong seed, int operations, Counts counts, Tally tally)
    {
        if (Scenario.Run(seed, operations, s_all, counts) is { } fault)
        {
            tally.Pass(fault.Operation);
            tally.Fail(Minimiser.Describe(seed, fault));
        }
        else
        {
            tally.Pass(operations);
        }
    }
}
