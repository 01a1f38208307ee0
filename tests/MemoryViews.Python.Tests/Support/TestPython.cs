using System;
using System.IO;
using Xunit;

namespace MemoryViews.Python.Tests;

/// <summary>
/// The one Python of this process: Debian's where it is, because it has NumPy and Pillow, else whatever the host finds. Tests that need more than there
/// is are skipped with the reason.
/// </summary>
internal static class TestPython
{
    private const string Debian = "/usr/bin/python3";
    private static readonly string? s_missing = Start();

    /// <summary>Skips the test, with the reason, where there is no Python.</summary>
    public static void Need() => Assert.SkipUnless(s_missing is null, s_missing ?? "");

    /// <summary>Skips the test, with the reason, where Python lacks a module.</summary>
    public static void Need(string module, string package)
    {
        Need();
        try
        {
            PythonHost.Import(module).Dispose();
        }
        catch (PythonException e)
        {
            Assert.Skip($"this Python has no {module} (Debian: package {package}): {e.PythonMessage}");
        }
    }

    public static void NeedNumPy() => Need("numpy", "python3-numpy");

    public static void NeedVersion(int minor) => Assert.SkipUnless(PythonIs(minor), $"needs Python 3.{minor}");

    /// <summary>Names of its own for a test: a dictionary in which text is run.</summary>
    public static Scope NewScope()
    {
        Need();
        return new();
    }

    private static bool PythonIs(int minor)
    {
        Need();
        return PythonHost.Version >= new Version(3, minor);
    }

    private static string? Start()
    {
        bool isNamed = Environment.GetEnvironmentVariable("MEMORYVIEWS_PYTHON") is { Length: > 0 };
        if (!isNamed && File.Exists(Debian) && Start(Debian) is null)
        {
            return null;
        }

        return Start(null) is { } reason ? $"no Python to talk to: {reason}" : null;
    }

    /// <summary>Null when it runs; else the reason.</summary>
    private static string? Start(string? program)
    {
        try
        {
            PythonHost.Start(program);
            return null;
        }
        catch (PythonHostException e)
        {
            return e.Message;
        }
    }
}
