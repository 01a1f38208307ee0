using System;
using System.Diagnostics;
using System.Globalization;

namespace MemoryViews.Stress.Races;

/// <summary>
/// Memory of every kind ended under readers in every way. Each access finds what it must or is refused, and after an end nobody is let in:
/// never a page of zeros, never what the owner or the heap leaves behind. Once as delivered, and in part under every setting of the JIT.
/// </summary>
internal sealed class RacesRun : IRun
{
    private const int Share = 10;
    private const long MostOfSetting = 100_000;

    public string Name => "races";

    public string Unit => "closes";

    public long DefaultCount => 100_000;

    public void Run(in Options options, Tally tally)
    {
        if (OperatingSystem.IsWindows())
        {
            tally.Skip("the memory that is poisoned and taken away is made with mmap and mprotect");
            return;
        }

        if (Environment.GetEnvironmentVariable(Setting.Mark) is { } setting)
        {
            RunHere(setting, in options, tally);
            return;
        }

        foreach (Setting each in Setting.All)
        {
            long count = each.Variable is null ? options.Count : Math.Min(options.Count / Share, MostOfSetting);
            each.Run(Name, options with { Count = count }, tally);
        }
    }

    private static void RunHere(string setting, in Options options, Tally tally)
    {
        long start = Stopwatch.GetTimestamp();
        using Maker maker = new(options.Seed, tally);
        Ledger ledger = new Arena(options.Seed, maker, tally).Run(options.Count, options.Seed, maker);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        tally.Pass(ledger.Closes);
        tally.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"races, {setting}: {ledger.Closes:N0} closes under {Math.Max(Environment.ProcessorCount, 2)} readers, {ledger.Accesses:N0} accesses, {ledger.Refusals:N0} of them refused, {time.TotalSeconds:0.0} s"));
        if (ledger.Closes < options.Count)
        {
            tally.Write($"  ended before the {options.Count:N0} closes that were asked for: other programs have the cores");
        }

        ledger.Write(tally);
    }
}
