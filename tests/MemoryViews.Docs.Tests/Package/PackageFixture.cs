using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests.Package;

/// <summary>Packs the library as built beside these tests, once for all tests, into a folder of its own.</summary>
public sealed class PackageFixture : IDisposable
{
    // Only a build that hangs takes so long, however busy the machine is.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);
    private readonly string _folder = Directory.CreateTempSubdirectory("memoryviews-package-").FullName;

    public PackageFixture()
    {
        // bin/Release/net10.0: the package takes the same configuration, which is built already.
        string configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
        string project = Repository.At("src/MemoryViews/MemoryViews.csproj");
        Run("pack", project, "--no-build", "-c", configuration, "-o", _folder, "-v", "q", "--nologo", "-nodeReuse:false");
    }

    /// <summary>The one file with this extension that packing wrote.</summary>
    public string Single(string extension) => Directory.EnumerateFiles(_folder, "*" + extension).Single();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> output = process.StandardOutput.ReadToEndAsync();
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"dotnet {string.Join(' ', arguments)} took longer than {s_patience}.");
        }

        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} failed:\n{output.Result}{errors.Result}");
    }
}
