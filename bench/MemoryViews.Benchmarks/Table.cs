using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace MemoryViews.Benchmarks;

/// <summary>
/// Times rows in interleaved rounds, so that all of them see the same moods of the machine, and prints the best and the median of each, the
/// bytes it allocates, and its ratio to a peer measured in the same run.
/// </summary>
internal sealed class Table(IReadOnlyList<Row> rows, int rounds)
{
    private readonly double[][] _times = [.. rows.Select(_ => new double[rounds])];
    private object? _sink;

    public int Run()
    {
        WarmUp();
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                _times[i][round] = Time(rows[i]);
            }
        }

        return Print();
    }

    // Long enough for the JIT to compile every body for good, with the profile of the body itself: tier 0, a pause for the queue, tier 1.
    private void WarmUp()
    {
        for (int pass = 0; pass < 4; pass++)
        {
            foreach (Row row in rows)
            {
                for (int i = 0; i < 60; i++)
                {
                    _sink = row.Body();
                }
            }

            Thread.Sleep(250);
        }
    }

    private double Time(Row row)
    {
        const int Calls = 40;
        _sink = row.Body();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Calls; i++)
        {
            _sink = row.Body();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)Calls * row.Operations);
    }

    private double Bytes(Row row)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        _sink = row.Body();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / row.Operations;
    }

    private int Print()
    {
        int missed = 0;
        Console.WriteLine($"{"",-46} {"best ns",9} {"median",9} {"bytes",7} {"goal",9} {"x peer",8}  peer");
        for (int i = 0; i < rows.Count; i++)
        {
            Row row = rows[i];
            double best = _times[i].Min(), bytes = Bytes(row);
            bool met = (row.Goal is not { } goal || best <= goal) && (row.GoalBytes is not { } most || bytes <= most + 0.5);
            missed += met ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Name,-46} {best,9:0.00} {Median(_times[i]),9:0.00} {bytes,7:0} {GoalText(row),9} {Ratio(row, best),8}  {row.Peer}{(met ? "" : "  MISSED")}"));
        }

        GC.KeepAlive(_sink);
        Console.WriteLine($"{rows.Count(row => row.Goal is not null || row.GoalBytes is not null) - missed} goals met, {missed} missed");
        return missed == 0 ? 0 : 1;
    }

    private static double Median(double[] times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string GoalText(Row row) => row.Goal is { } goal ? goal.ToString("0.0", CultureInfo.InvariantCulture) : row.GoalBytes is { } bytes ? $"{bytes} B" : "";

    private string Ratio(Row row, double best)
    {
        int peer = row.Peer is null ? -1 : rows.ToList().FindIndex(other => other.Name == row.Peer);
        return peer < 0 ? "" : (best / _times[peer].Min()).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
