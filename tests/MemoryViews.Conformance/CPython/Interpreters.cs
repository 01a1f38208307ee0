using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace MemoryViews.Conformance;

/// <summary>The CPythons of this machine: those on PATH, Debian's, and pyenv's.</summary>
internal static partial class Interpreters
{
    /// <summary>Each once, newest first, those that cannot be used among them.</summary>
    public static IReadOnlyList<Interpreter> Find()
    {
        Dictionary<string, Interpreter> found = [];
        foreach (string program in Programs().Distinct(StringComparer.Ordinal))
        {
            if (Interpreter.Ask(program) is { } interpreter)
            {
                string identity = interpreter.Library.Length > 0 ? interpreter.Library : $"{interpreter.Version} {interpreter.IsDebug} {interpreter.Obstacle}";
                found.TryAdd(identity, interpreter);
            }
        }

        return [.. found.Values.OrderByDescending(interpreter => interpreter.Version)];
    }

    private static IEnumerable<string> Programs()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => !folder.EndsWith("shims", StringComparison.Ordinal)).Append("/usr/bin").Concat(PyenvFolders());
        return folders.Where(Directory.Exists).SelectMany(PythonsIn);
    }

    // What pyenv puts on PATH are scripts that choose one of these.
    private static IEnumerable<string> PyenvFolders()
    {
        string root = Environment.GetEnvironmentVariable("PYENV_ROOT")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv");
        string versions = Path.Combine(root, "versions");
        return Directory.Exists(versions) ? Directory.EnumerateDirectories(versions).Select(folder => Path.Combine(folder, "bin")) : [];
    }

    private static IEnumerable<string> PythonsIn(string folder) =>
        Directory.EnumerateFiles(folder, "python3.*").Where(file => ProgramName().IsMatch(Path.GetFileName(file))).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^python3\.[0-9]+d?$")]
    private static partial Regex ProgramName();
}
