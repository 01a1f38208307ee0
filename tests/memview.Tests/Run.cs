using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace MemoryViews.Command.Tests;

/// <summary>What a run of the command gave.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>Runs the built command, or a shell line with it, as a child process.</summary>
internal static class Run
{
    // Only a run that hangs takes so long, however busy the machine is.
    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(8);

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "memview.dll");

    /// <summary>memview with arguments, in a folder.</summary>
    public static Outcome Memview(string folder, params string[] arguments) => Start(folder, Dotnet, [Dll, .. arguments], []);

    /// <summary>memview with environment variables.</summary>
    public static Outcome Memview(string folder, Dictionary<string, string> variables, params string[] arguments) =>
        Start(folder, Dotnet, [Dll, .. arguments], variables);

    /// <summary>A line of bash, in which <c>memview</c> is the command.</summary>
    public static Outcome Shell(string folder, string line)
    {
        string text = $"memview() {{ '{Dotnet}' '{Dll}' \"$@\"; }}\n{line}";
        return Start(folder, "bash", ["-c", text], []);
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) => OperatingSystem.IsLinux() && Start("/", "bash", ["-c", $"command -v {program}"], []).ExitCode == 0;

    private static Outcome Start(string folder, string program, IEnumerable<string> arguments, Dictionary<string, string> variables)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string name in new[] { "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE" })
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_longestRun))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end.");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
