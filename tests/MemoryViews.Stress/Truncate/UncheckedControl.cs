using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace MemoryViews.Stress.Truncate;

/// <summary>
/// The negative control: the same rounds over files that are mapped, in a process of its own. It must not live, or the rounds would not show that
/// checked files are what keeps a process alive.
/// </summary>
internal static class UncheckedControl
{
    /// <summary>Set in the other process, to the folder where its files go.</summary>
    public const string Mark = "MEMORYVIEWS_STRESS_UNCHECKED";

    private const int SignalBase = 128;
    private const int Survived = 0;

    /// <summary>Runs it, and says how it ended.</summary>
    public static void Run(string name, ulong seed, Tally tally)
    {
        string folder = Directory.CreateTempSubdirectory("memoryviews-unchecked-").FullName;
        try
        {
            int code = CodeOf(name, seed, folder);
            string text = code switch
            {
                Survived => "lived: this system lets nobody feel that a mapped file is cut short",
                SignalBase + 6 => "died as it must: ended by SIGABRT after a touch of what is gone, exit code 134",
                SignalBase + 7 => "died as it must: ended by SIGBUS, exit code 135",
                _ => string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}"),
            };
            tally.Write($"negative control, the same over mapped files that are not checked: {text}");
            tally.Pass(code == Survived ? 0 : 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int CodeOf(string name, ulong seed, string folder)
    {
        using Process process = Process.Start(StartOf(name, seed, folder))!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    // By way of a shell where there is one, which forbids the dump of a process that is meant to die.
    private static ProcessStartInfo StartOf(string name, ulong seed, string folder)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(OperatingSystem.IsWindows() ? program : "/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        if (!OperatingSystem.IsWindows())
        {
            Add(start, "-c", "ulimit -c 0; exec \"$0\" \"$@\"", program);
        }

        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            Add(start, Path.Combine(AppContext.BaseDirectory, "MemoryViews.Stress.dll"));
        }

        Add(start, name, "--seed", seed.ToString(CultureInfo.InvariantCulture));
        start.Environment[Mark] = folder;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }
}
