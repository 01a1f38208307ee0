using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>Runs the script beside this file with the system's Python, where that has NumPy.</summary>
public static class NumPyWitness
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> s_isThere = new(() => File.Exists(Python) && Run("-c", "import numpy").Code == 0);

    public static void SkipUnlessThere() =>
        Assert.SkipUnless(s_isThere.Value, $"{Python} with NumPy is not installed (Debian: python3-numpy), so there is nothing to compare with.");

    public static bool IsThere => s_isThere.Value;

    /// <summary>What the script prints.</summary>
    public static string Ask(string verb, string directory)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "NumPy", "witness.py");
        (int code, string output, string errors) = Run(script, verb, directory);
        Assert.True(code == 0, errors);
        return output;
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONUTF8"] = "1";
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
