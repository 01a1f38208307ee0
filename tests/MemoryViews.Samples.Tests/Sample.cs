using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Samples.Tests;

/// <summary>Runs a sample as a reader would.</summary>
internal static class Sample
{
    // Only a sample that hangs takes so long, however busy the machine is.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(8);

    /// <summary>What a sample prints, when it ends well and complains of nothing.</summary>
    public static string Run(string name, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The sample {name} did not end.");
        }

        Assert.Equal("", errors.GetAwaiter().GetResult());
        Assert.Equal(0, process.ExitCode);
        return output.GetAwaiter().GetResult().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
