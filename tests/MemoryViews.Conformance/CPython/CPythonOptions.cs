using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace MemoryViews.Conformance;

/// <summary>What the command line asks of the run of CPython's own tests.</summary>
/// <param name="Executables">The interpreters named; empty for those that are found.</param>
/// <param name="Suites">The suites to run; empty for all.</param>
/// <param name="AllInterpreters">Every interpreter found, not only the newest.</param>
/// <param name="HuntsLeaks">Whether references left behind are counted, in a debug build of Python.</param>
/// <param name="IsVerbose">Whether the texts of failures are shown, not only their names.</param>
internal sealed record CPythonOptions(IReadOnlyList<string> Executables, IReadOnlyList<Suite> Suites, bool AllInterpreters, bool HuntsLeaks, bool IsVerbose)
{
    public const string Usage = "cpython [--python EXE]... [--all] [--refleak] [--verbose] [SUITE...]";

    public static bool TryRead(IReadOnlyList<string> arguments, [NotNullWhen(true)] out CPythonOptions? options, [NotNullWhen(false)] out string? reason)
    {
        List<string> executables = [], words = [];
        HashSet<string> switches = [];
        options = null;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == "--python" && i + 1 < arguments.Count)
            {
                executables.Add(arguments[++i]);
            }
            else
            {
                (argument is "--all" or "--refleak" or "--verbose" ? switches : (ICollection<string>)words).Add(argument);
            }
        }

        if (words.FirstOrDefault(word => Suite.Named(word) is null) is { } unknown)
        {
            reason = $"'{unknown}' is unknown: the options are --python EXE, --all, --refleak and --verbose; the suites are {string.Join(", ", Suite.All.Select(suite => suite.Name))}.";
            return false;
        }

        reason = null;
        options = new(executables, [.. words.Select(word => Suite.Named(word)!)], switches.Contains("--all"), switches.Contains("--refleak"), switches.Contains("--verbose"));
        return true;
    }
}
