using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Hosting;

/// <summary>Python's own modules, without which it would end the process that starts it: in a process for each case, which runs one other test of these.</summary>
public class HomeTests
{
    private const string Other = "MemoryViews.Python.Tests.Hosting.StartTests.The_version_is_that_of_the_library";

    [Fact]
    public async Task A_PYTHONHOME_without_modules_is_refused_with_the_reason()
    {
        string answer = await Run(new() { ["PYTHONHOME"] = "/no/such/folder", ["MEMORYVIEWS_PYTHON"] = Library() });
        Assert.Contains("PYTHONHOME is '/no/such/folder', where there are no modules of Python", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_python3_on_the_path_does_not_lend_its_modules()
    {
        string library = Library(), folder = Directory.CreateTempSubdirectory("memoryviews").FullName;
        try
        {
            MakeFalsePython(folder);
            string answer = await Run(new()
            {
                ["PATH"] = $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                ["MEMORYVIEWS_PYTHON"] = library,
            });
            Assert.Contains("Failed: 0, Skipped: 0", answer, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Looks like a Python of the same version, and has not one module that works.
    private static void MakeFalsePython(string folder)
    {
        string modules = Path.Combine(folder, "lib", $"python{PythonHost.Version.ToString(2)}");
        Directory.CreateDirectory(Path.Combine(modules, "lib-dynload"));
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        File.WriteAllText(Path.Combine(modules, "os.py"), "");
        File.Copy("/bin/sh", Path.Combine(folder, "bin", "python3"));
    }

    private static string Library()
    {
        TestPython.Need();
        Assert.SkipUnless(OperatingSystem.IsLinux() && Path.IsPathRooted(PythonHost.LibraryPath) && File.Exists("/bin/sh"), "needs Linux and the path of the library");
        return PythonHost.LibraryPath;
    }

    private static async Task<string> Run(Dictionary<string, string> environment)
    {
        string dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        Assert.SkipUnless(File.Exists(dotnet), "the runtime's dotnet was not found");
        ProcessStartInfo start = new(dotnet, [typeof(HomeTests).Assembly.Location, "-noColor", "-method", Other])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("PYTHONHOME");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answer + await errors;
    }
}
