using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace MemoryViews.Python;

/// <summary>Finds a Python: the one named, or the first that can be used of those that are usual.</summary>
internal static class PythonLocator
{
    private const string Variable = "MEMORYVIEWS_PYTHON";
    private const int OldestMinor = 11;
    private const int NewestMinor = 19;

    /// <summary>What a caller or the environment named; null when neither did.</summary>
    public static string? Named(string? asked)
    {
        string? named = string.IsNullOrEmpty(asked) ? Environment.GetEnvironmentVariable(Variable) : asked;
        return string.IsNullOrEmpty(named) ? null : named;
    }

    /// <summary>The one that was named: a shared library is taken as it is, a program is asked.</summary>
    /// <exception cref="PythonHostException">It is not there, or cannot be used.</exception>
    public static PythonLocation Find(string named)
    {
        if (IsLibrary(named))
        {
            return new(named);
        }

        if (Path.IsPathRooted(named) && !File.Exists(named))
        {
            throw Error.PythonNotFound(named, "no such file");
        }

        return PythonProbe.Ask(named, out string reason) ?? throw Error.UnusablePython(named, reason);
    }

    /// <summary>The usual places, best first, each tried when the one before it cannot be used. What was tried in vain is told.</summary>
    public static IEnumerable<PythonLocation> Usual(List<string> tried)
    {
        foreach (string program in OperatingSystem.IsWindows() ? (string[])["python.exe", "python3.exe"] : ["python3", "/usr/bin/python3"])
        {
            if (PythonProbe.Ask(program, out string reason) is { } location)
            {
                yield return location;
            }
            else
            {
                tried.Add($"{program}: {reason}");
            }
        }

        for (int minor = NewestMinor; minor >= OldestMinor; minor--)
        {
            yield return new(LibraryName(minor));
        }
    }

    /// <summary>Whether a name is that of a shared library rather than a program.</summary>
    public static bool IsLibrary(string name)
    {
        string file = Path.GetFileName(name);
        return file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".dylib", StringComparison.Ordinal)
            || file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal)
            || (OperatingSystem.IsMacOS() && file == "Python");
    }

    private static string LibraryName(int minor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(OperatingSystem.IsWindows() ? $"python3{minor}.dll" : OperatingSystem.IsMacOS() ? $"libpython3.{minor}.dylib" : $"libpython3.{minor}.so.1.0")}");
}
