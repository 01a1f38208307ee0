using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>
/// Checked files that are cut short, made longer, replaced and deleted while they are read, copied, compared, searched and written: each operation
/// gives bytes that were there, or says where the file ended. The same over mapped files ends a process, which is shown with another one.
/// </summary>
internal sealed class TruncateRun : IRun
{
    private const int RoundsOfControl = 200;
    private const int RoundsForPrograms = 25; // one in so many: a process takes as long as ten rounds

    public string Name => "truncate";

    public string Unit => "rounds";

    public long DefaultCount => 1000;

    public void Run(in Options options, Tally tally)
    {
        if (Environment.GetEnvironmentVariable(UncheckedControl.Mark) is { } place)
        {
            RunRounds(RoundsOfControl, options.Seed, place, isChecked: false, tally);
            return;
        }

        long start = Stopwatch.GetTimestamp();
        string folder = Directory.CreateTempSubdirectory("memoryviews-truncate-").FullName;
        try
        {
            RunRounds(options.Count, options.Seed, folder, isChecked: true, tally);
            string? mapped = OpenFiles.MappedIn(folder);
            tally.Check(mapped is null, () => mapped!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        UncheckedControl.Run(Name, options.Seed, tally);
        tally.Write(string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s, and the control {(Stopwatch.GetElapsedTime(start) - time).TotalSeconds:0.0} s"));
    }

    private static void RunRounds(long count, ulong seed, string folder, bool isChecked, Tally tally)
    {
        Counts counts = new();
        for (long i = 0; i < count; i++)
        {
            // The first round has the seed itself, so that --seed with the seed of a round and --count 1 is that round.
            ulong own = i == 0 ? seed : Chance.Mix(seed, (ulong)i) >> 1;
            bool isProcess = Disturber.HasPrograms && own % RoundsForPrograms == 0;
            counts.ByPrograms += isProcess ? 1 : 0;
            if (new Round(own, folder, isProcess, isChecked).Run(counts) is { } fault)
            {
                tally.Fail(string.Create(CultureInfo.InvariantCulture, $"--seed {own} --count 1: {fault}"));
            }
        }

        tally.Pass(counts.Operations);
        counts.Write(tally);
    }
}
