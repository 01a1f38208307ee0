using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>
/// Puts the words of a command line into one plain form before the parser sees them: verb, --option=value …, "--", FILE, VIEW. The parser
/// would take <c>-s::2</c> for the value ":2", a file called <c>--x</c> for an option, and <c>-3:</c> for a cluster of short options.
/// </summary>
internal static class Words
{
    private static readonly string[] s_verbs = ["show", "hex", "tour"];

    /// <exception cref="Refusal">An option is unknown, or lacks its value.</exception>
    public static string[] Normalize(IReadOnlyList<string> words)
    {
        List<string> options = [], positional = [];
        string? verb = null;
        bool onlyPositional = false;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            if (onlyPositional || !IsOption(word))
            {
                if (verb is null && positional.Count == 0 && !onlyPositional && Array.IndexOf(s_verbs, word) >= 0)
                {
                    verb = word;
                    continue;
                }

                positional.Add(word);
            }
            else if (word == "--")
            {
                onlyPositional = true;
            }
            else
            {
                options.Add(ReadOption(words, ref i));
            }
        }

        return Join(verb, options, positional);
    }

    private static string[] Join(string? verb, List<string> options, List<string> positional)
    {
        bool isAboutItself = options.Contains("--help") || options.Contains("--version");
        if (isAboutItself)
        {
            string asked = options.Contains("--help") ? "--help" : "--version";
            return verb is null || asked == "--version" ? [asked] : [verb, asked];
        }

        return [verb ?? "show", .. options, "--", .. positional];
    }

    // "-" is standard input, and -3: or -1 are a VIEW: no option begins with a digit, a colon or a dot.
    private static bool IsOption(string word) =>
        word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word[1] is not (':' or '.' or ',');

    private static string ReadOption(IReadOnlyList<string> words, ref int i)
    {
        string word = words[i];
        bool isLong = word.StartsWith("--", StringComparison.Ordinal);
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        string name = !isLong ? word[..2] : equals < 0 ? word : word[..equals];
        string? value = isLong ? (equals < 0 ? null : word[(equals + 1)..]) : word.Length > 2 ? Joined(word[2..]) : null;
        if (OptionNames.Find(name) is not { } option)
        {
            throw Error.UnknownOption(name, OptionNames.Near(name));
        }

        if (!option.HasValue)
        {
            return value is null ? option.Main : throw Error.UnwantedValue(name);
        }

        value ??= i + 1 < words.Count ? words[++i] : throw Error.MissingValue(name, option.Example);
        return value.Length > 0 ? $"{option.Main}={value}" : throw Error.MissingValue(name, option.Example);
    }

    // -s16 and -s=16 are the same.
    private static string Joined(string value) => value.StartsWith('=') ? value[1..] : value;
}
