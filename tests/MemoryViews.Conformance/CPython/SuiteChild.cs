using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews.Conformance;

/// <summary>Runs one suite in a process of its own, and reads what it wrote down.</summary>
internal static class SuiteChild
{
    public static async Task<SuiteReport> RunAsync(Interpreter interpreter, Suite suite, string type, string task, TimeSpan patience)
    {
        string folder = Directory.CreateTempSubdirectory("memoryviews-").FullName;
        try
        {
            string report = Path.Combine(folder, "report.jsonl");
            (string end, string output) = await RunAsync(new ChildOrder(interpreter.Executable, type, task, report, suite.Modules), folder, patience).ConfigureAwait(false);
            SuiteReport read = SuiteReport.Read(report);
            read.CompleteWith(suite.Name, end, output);
            return read;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string End, string Output)> RunAsync(ChildOrder order, string folder, TimeSpan patience)
    {
        using Process process = Process.Start(Order(order, folder))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource clock = new(patience);
        try
        {
            await process.WaitForExitAsync(clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return ($"did not end within {patience.TotalSeconds:0} s", "");
        }

        string text = await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
        return ($"the process ended with exit code {process.ExitCode}", text);
    }

    private static ProcessStartInfo Order(ChildOrder order, string folder)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. OwnProgram(), .. order.ToArguments()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONNOUSERSITE"] = "1";
        start.Environment["PYTHONHASHSEED"] = "1";
        return start;
    }

    // Started as "dotnet X.dll" or as a program of its own.
    private static IEnumerable<string> OwnProgram()
    {
        string own = Path.Combine(AppContext.BaseDirectory, $"{typeof(SuiteChild).Assembly.GetName().Name}.dll");
        return Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [own] : Enumerable.Empty<string>();
    }
}
