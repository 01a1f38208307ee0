using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace MemoryViews.Conformance;

/// <summary>What the command line asks for.</summary>
/// <param name="Directory">Where the vector files are.</param>
/// <param name="Families">The families to replay; empty for all.</param>
/// <param name="IsVerbose">Whether failing cases are shown.</param>
internal sealed record Options(string Directory, IReadOnlyList<string> Families, bool IsVerbose)
{
    public static bool TryRead(string[] arguments, [NotNullWhen(true)] out Options? options, [NotNullWhen(false)] out string? reason)
    {
        options = null;
        List<string> words = [];
        bool verbose = false;
        foreach (string argument in arguments)
        {
            if (argument == "--verbose")
            {
                verbose = true;
            }
            else if (argument.StartsWith('-'))
            {
                reason = $"'{argument}' is unknown: the only option is --verbose.";
                return false;
            }
            else
            {
                words.Add(argument);
            }
        }

        reason = words is not ["vectors", _, ..] ? "The first words are the command and the directory: vectors DIR."
            : !System.IO.Directory.Exists(words[1]) ? $"There is no directory '{words[1]}'."
            : null;
        options = reason is null ? new Options(Path.GetFullPath(words[1]), words[2..], verbose) : null;
        return reason is null;
    }
}
