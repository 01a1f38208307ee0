using System;

namespace MemoryViews.Command;

/// <summary>Whether to colour: the option, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether a terminal that can is listening.</summary>
internal static class ColorChoice
{
    /// <param name="option">"always", "never", or "auto".</param>
    /// <param name="isTerminal">Whether standard output is a terminal.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static bool IsOn(string option, bool isTerminal, Func<string, string?> variable)
    {
        if (option != "auto")
        {
            return option == "always";
        }

        if (!string.IsNullOrEmpty(variable("NO_COLOR")))
        {
            return false;
        }

        return IsForced(variable("FORCE_COLOR")) || IsForced(variable("CLICOLOR_FORCE")) || (isTerminal && variable("TERM") is not (null or "" or "dumb"));
    }

    private static bool IsForced(string? value) => !string.IsNullOrEmpty(value) && value != "0";
}
