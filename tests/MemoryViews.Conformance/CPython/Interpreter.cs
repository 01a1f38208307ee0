using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace MemoryViews.Conformance;

/// <summary>A CPython of this machine, and whether its tests can be run inside this program.</summary>
/// <param name="Executable">Its program.</param>
/// <param name="Version">Its version.</param>
/// <param name="Library">Its shared library, which is loaded into this process.</param>
/// <param name="IsDebug">Whether it counts references.</param>
/// <param name="Obstacle">Why its tests cannot be run; null when they can.</param>
internal sealed record Interpreter(string Executable, Version Version, string Library, bool IsDebug, string? Obstacle)
{
    /// <summary>The oldest whose stable ABI knows buffers.</summary>
    public static readonly Version Oldest = new(3, 11);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private const string Questions = """
        import importlib.util, os, sys, sysconfig
        value = sysconfig.get_config_var
        print("%d.%d.%d" % sys.version_info[:3])
        names = [os.path.join(value(folder) or "", value("INSTSONAME") or "") for folder in ("LIBDIR", "LIBPL")]
        print(next((name for name in names if ".so" in name and os.path.isfile(name)), ""))
        print(int(hasattr(sys, "gettotalrefcount")))
        print(int(bool(value("Py_GIL_DISABLED"))))
        print(int(importlib.util.find_spec("test") is not None and importlib.util.find_spec("test.test_memoryview") is not None))
        print(int(importlib.util.find_spec("_testbuffer") is not None))
        """;

    public override string ToString() => $"CPython {Version}{(IsDebug ? ", debug build" : "")} ({Executable})";

    /// <summary>Asks a program what it is; null when it does not answer as a Python does.</summary>
    public static Interpreter? Ask(string executable)
    {
        string[] lines = Run(executable).Split('\n', StringSplitOptions.TrimEntries);
        return lines.Length >= 6 && Version.TryParse(lines[0], out Version? version)
            ? new(executable, version, lines[1], lines[2] == "1", ObstacleOf(version, lines))
            : null;
    }

    private static string? ObstacleOf(Version version, string[] lines) =>
        version < Oldest ? $"is older than {Oldest}"
        : lines[1].Length == 0 ? "has no shared library (Debian: libpython3.N; elsewhere: configure --enable-shared)"
        : lines[3] == "1" ? "is free-threaded, and has no stable ABI"
        : lines[4] != "1" ? "comes without its tests (Debian: libpython3.N-testsuite)"
        : lines[5] != "1" ? "comes without the module _testbuffer"
        : null;

    private static string Run(string executable)
    {
        ProcessStartInfo start = new(executable, ["-I", "-c", Questions]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(s_patience))
            {
                process.Kill(entireProcessTree: true);
                return "";
            }

            Task.WaitAll(output, errors);
            return output.Result;
        }
        catch (Win32Exception)
        {
            return ""; // no such program, or none that can be run
        }
    }
}
