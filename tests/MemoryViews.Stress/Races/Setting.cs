using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace MemoryViews.Stress.Races;

/// <summary>
/// A way to run the JIT. Each is a process of its own, which also makes freed memory show: what goes back to the C heap is filled with poison,
/// what is large goes back to the system at once. A process that was ended by a touch of memory that is gone is a failure with a name.
/// </summary>
internal sealed record Setting(string Name, string? Variable = null, string? Value = null)
{
    public const string Mark = "MEMORYVIEWS_STRESS_SETTING";

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("as delivered"),
        new("TieredPGO=0", "DOTNET_TieredPGO", "0"),
        new("TieredCompilation=0", "DOTNET_TieredCompilation", "0"),
        new("JITMinOpts=1", "DOTNET_JITMinOpts", "1"),
    ];

    /// <summary>Runs the same command in a process with this setting, passing on what it prints but its total.</summary>
    public void Run(string name, Options options, Tally tally)
    {
        using Process process = Process.Start(StartOf(name, options))!;
        Totals totals = new(tally);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            totals.Read(line);
        }

        process.WaitForExit();
        totals.End(Name, process.ExitCode);
    }

    private ProcessStartInfo StartOf(string name, Options options)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MemoryViews.Stress.dll"));
        }

        start.ArgumentList.Add(name);
        Add(start, "--count", options.Count.ToString(CultureInfo.InvariantCulture));
        Add(start, "--seed", options.Seed.ToString(CultureInfo.InvariantCulture));
        start.Environment[Mark] = Name;
        start.Environment["MALLOC_PERTURB_"] = Pattern.HeapPoison.ToString(CultureInfo.InvariantCulture);
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "32768";
        if (Variable is not null)
        {
            start.Environment[Variable] = Value;
        }

        return start;
    }

    private static void Add(ProcessStartInfo start, string option, string value)
    {
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(value);
    }
}
