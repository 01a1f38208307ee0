using System;
using System.Linq;

namespace MemoryViews.Stress;

/// <summary>
/// What only many tries show: races, memory order, every schedule, files that shrink, random operations. Exit code 0: all passed, 1: some
/// failed, 2: bad arguments.
/// </summary>
internal static class Program
{
    private static readonly IRun[] s_runs =
    [
        new Schedules.ScheduleRun(),
        new Fuzz.FuzzRun(),
        new Races.RacesRun(),
        new Litmus.LitmusRun(),
        new Truncate.TruncateRun(),
        new Guard.GuardRun(),
        new Python.Differential.PythonRun(),
        new Python.Garbage.GilRun(),
    ];

    private static int Main(string[] arguments)
    {
        if (arguments.Length == 0 || s_runs.FirstOrDefault(run => run.Name == arguments[0]) is not { } run)
        {
            return Refuse(arguments.Length == 0 ? "Nothing was asked for." : $"Unknown run '{arguments[0]}'.");
        }

        if (!Options.TryRead(arguments.AsSpan(1), run.DefaultCount, out Options options, out string? reason))
        {
            return Refuse(reason);
        }

        Tally tally = new(Console.Out);
        run.Run(in options, tally);
        tally.WriteTotal();
        return tally.Failed == 0 ? 0 : 1;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        Console.Error.WriteLine($"usage: MemoryViews.Stress {string.Join('|', s_runs.Select(run => run.Name))} [--count N] [--seed S]");
        foreach (IRun run in s_runs)
        {
            Console.Error.WriteLine($"  {run.Name,-10} {run.DefaultCount:N0} {run.Unit} by default");
        }

        return 2;
    }
}
