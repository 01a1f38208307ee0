using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MemoryViews.Python;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>
/// The same random steps on CPython's memoryview, on the Python type of this library, and on its engine: values, classes of exceptions, and memory must
/// be the same, or the difference must be one of the table's.
/// </summary>
internal sealed class PythonRun : IRun
{
    private const int Batch = 40;

    private readonly SortedDictionary<string, long> _explained = [];

    public string Name => "python";

    public string Unit => "operations";

    public long DefaultCount => 100_000;

    public void Run(in Options options, Tally tally)
    {
        if (PythonStart.Try() is { } reason)
        {
            tally.Skip($"no Python to compare with: {reason}");
            return;
        }

        using Wire wire = new();
        long scripts = (options.Count + Script.Length - 1) / Script.Length;
        for (long first = 0; first < scripts; first += Batch)
        {
            (ulong seed, long count, long start) = (options.Seed, options.Count, first);
            RunBatch([.. Enumerable.Range(0, (int)Math.Min(Batch, scripts - first)).Select(i => ScriptMaker.Make(
                SeedOf(seed, start + i), (int)Math.Min(Script.Length, count - ((start + i) * Script.Length)), wire))], wire, tally);
        }

        tally.Write($"Python {PythonHost.Version}, NumPy: {Text.Of(wire.HasNumPy)}");
        foreach ((string row, long times) in _explained)
        {
            tally.Write(string.Create(CultureInfo.InvariantCulture, $"  explained by '{row}': {times:N0}"));
        }
    }

    // The first script has the seed itself, so that --seed with the seed of a script is that script.
    private static ulong SeedOf(ulong seed, long index) => index == 0 ? seed : Chance.Mix(seed, (ulong)index) >> 1;

    private void RunBatch(List<Script> scripts, Wire wire, Tally tally)
    {
        List<(List<object?> Plain, List<object?> Ours)> answers = wire.Run(scripts);
        for (int i = 0; i < scripts.Count; i++)
        {
            Note(Comparison.First(scripts[i], answers[i].Plain, answers[i].Ours, isEngine: false), wire, tally);
            Note(Comparison.First(scripts[i], answers[i].Plain, Comparison.Engine(scripts[i], wire), isEngine: true), wire, tally);
            tally.Pass(scripts[i].Steps.Count);
        }
    }

    private void Note(Difference? difference, Wire wire, Tally tally)
    {
        if (difference is null)
        {
            return;
        }

        if (Explained.By(difference) is { } row)
        {
            _explained[row] = _explained.GetValueOrDefault(row) + 1;
        }
        else
        {
            tally.Fail(Comparison.Describe(difference, wire));
        }
    }
}
