using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>The options, by every name they have, and whether a value follows.</summary>
internal static class OptionNames
{
    private static readonly (string Main, bool HasValue, string Example, string[] Names)[] s_all =
    [
        ("--skip", true, "16", ["-s", "--skip", "--offset", "--seek"]),
        ("--length", true, "1KiB", ["-n", "--length", "--bytes"]),
        ("--type", true, "f4le", ["-t", "--type"]),
        ("--shape", true, "3,4", ["-S", "--shape"]),
        ("--strides", true, "16,3,1", ["--strides"]),
        ("--order", true, "C", ["--order"]),
        ("--tail-ok", false, "", ["--tail-ok"]),
        ("--all", false, "", ["--all"]),
        ("--head", true, "10", ["--head"]),
        ("--tail", true, "10", ["--tail"]),
        ("--format", true, "xxd", ["-F", "--format"]),
        ("--color", true, "never", ["--color", "--colour"]),
        ("--list", false, "", ["--list"]),
        ("--debug", false, "", ["--debug"]),
        ("--help", false, "", ["-h", "-?", "--help"]),
        ("--version", false, "", ["--version"]),
    ];

    /// <summary>The option's main name, whether it takes a value, and an example of one; null when there is no such option.</summary>
    public static (string Main, bool HasValue, string Example)? Find(string name)
    {
        foreach ((string main, bool hasValue, string example, string[] names) in s_all)
        {
            if (Array.IndexOf(names, name) >= 0)
            {
                return (main, hasValue, example);
            }
        }

        return null;
    }

    /// <summary>The known option that a mistyped one begins like, or that begins like it.</summary>
    public static string? Near(string name)
    {
        if (!name.StartsWith("--", StringComparison.Ordinal) || name.Length < 4)
        {
            return null;
        }

        foreach (string known in Long())
        {
            if (known.StartsWith(name[..4], StringComparison.Ordinal))
            {
                return known;
            }
        }

        return null;
    }

    private static IEnumerable<string> Long()
    {
        foreach ((_, _, _, string[] names) in s_all)
        {
            foreach (string name in names)
            {
                if (name.Length > 2)
                {
                    yield return name;
                }
            }
        }
    }
}
