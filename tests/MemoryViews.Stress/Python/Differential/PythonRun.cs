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
    private const ulong OfArrays = 0xA88A;

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
        using ArrayWire? arrays = wire.HasNumPy ? new() : null;
        long scripts = (options.Count + Script.Length - 1) / Script.Length;
        for (long first = 0; first < scripts; first += Batch)
        {
            (ulong seed, long count, long start) = (options.Seed, options.Count, first);
            List<Script> batch = [.. Enumerable.Range(0, (int)Math.Min(Batch, scripts - first)).Select(i => Make(
                SeedOf(seed, start + i), (int)Math.Min(Script.Length, count - ((start + i) * Script.Length)), wire))];
            RunViews([.. batch.Where(script => !IsOfArrays(script.Seed, wire))], wire, tally);
            RunArrays([.. batch.Where(script => IsOfArrays(script.Seed, wire))], arrays, tally);
        }

        tally.Write($"Python {PythonHost.Version}, {(wire.HasNumPy ? "with" : "without")} NumPy");
        foreach ((string row, long times) in _explained)
        {
            tally.Write(string.Create(CultureInfo.InvariantCulture, $"  explained by '{row}': {times:N0}"));
        }
    }

    // The first script has the seed itself, so that --seed with the seed of a script is that script.
    private static ulong SeedOf(ulong seed, long index) => index == 0 ? seed : Chance.Mix(seed, (ulong)index) >> 1;

    // One script in four is about arrays.
    private static bool IsOfArrays(ulong seed, Wire wire) => wire.HasNumPy && Chance.Mix(seed, OfArrays) % 4 == 0;

    private static Script Make(ulong seed, int steps, Wire wire) => IsOfArrays(seed, wire) ? ArrayMaker.Make(seed, steps) : ScriptMaker.Make(seed, steps, wire);

    private void RunViews(List<Script> scripts, Wire wire, Tally tally)
    {
        List<(List<object?> Plain, List<object?> Ours)> answers = wire.Run(scripts);
        for (int i = 0; i < scripts.Count; i++)
        {
            Script script = scripts[i];
            Note(Comparison.First(script, answers[i].Plain, answers[i].Ours, Side.Type), smaller => wire.Run([smaller])[0], tally);
            Note(Comparison.First(script, answers[i].Plain, EngineWorld.Run(script, wire), Side.Engine), smaller => (wire.Run([smaller])[0].Plain, EngineWorld.Run(smaller, wire)), tally);
            tally.Pass(script.Steps.Count);
        }
    }

    private void RunArrays(List<Script> scripts, ArrayWire? wire, Tally tally)
    {
        foreach ((Script script, List<object?> plain, List<object?> type, List<object?> library) in wire?.Run(scripts) ?? [])
        {
            Note(Comparison.First(script, plain, type, Side.ArrayType), smaller => (wire!.Run([smaller])[0].NumPy, wire.Run([smaller])[0].Type), tally);
            Note(Comparison.First(script, plain, library, Side.Library), smaller => (wire!.Run([smaller])[0].NumPy, wire.Run([smaller])[0].Library), tally);
            tally.Pass(script.Steps.Count);
        }
    }

    private void Note(Difference? difference, Comparison.Again again, Tally tally)
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
            tally.Fail(Comparison.Describe(difference, again));
        }
    }
}
