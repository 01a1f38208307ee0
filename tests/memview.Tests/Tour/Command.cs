using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace MemoryViews.Command.Tests.Tour;

/// <summary>The built command, run as a child process.</summary>
internal sealed record Command(int ExitCode, string Output, string Errors)
{
    private const string OutputMargin = "  > ";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>What the snippets printed: the lines that the tour marks.</summary>
    public string Printed => string.Join('\n', Output.Split('\n').Where(line => line.StartsWith(OutputMargin, StringComparison.Ordinal)).Select(line => line[OutputMargin.Length..]));

    public static Command Run(params string[] arguments) => RunWith(new Dictionary<string, string>(), arguments);

    public static Command RunWith(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "memview.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        System.Threading.Tasks.Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"memview {string.Join(' ', arguments)} did not end.");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
