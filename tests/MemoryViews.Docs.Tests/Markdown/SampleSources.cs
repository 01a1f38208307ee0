using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MemoryViews.HouseKeeping;

namespace MemoryViews.Docs.Tests.Markdown;

/// <summary>
/// The samples as they stand in the C# files of the Samples folder: the lines between "// sample: name" and "// end", without their
/// indentation. Parts of one name are joined by an empty line, so that a sample can show a type and its use.
/// </summary>
internal static class SampleSources
{
    private const string Folder = "tests/MemoryViews.Docs.Tests/Samples";
    private const string Start = "// sample: ";
    private const string End = "// end";

    public static IReadOnlyDictionary<string, string> All { get; } = ReadAll();

    /// <summary>The parts of one source text, by name.</summary>
    public static IEnumerable<(string Name, string Code)> Parts(string source)
    {
        string? name = null;
        List<string> lines = [];
        foreach (string line in source.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            string text = line.Trim();
            if (text.StartsWith(Start, StringComparison.Ordinal))
            {
                name = name is null ? text[Start.Length..] : throw new InvalidDataException($"Sample '{text[Start.Length..]}' begins before '{name}' has ended.");
            }
            else if (text == End && name is not null)
            {
                yield return (name, Dedent(lines));
                name = null;
                lines.Clear();
            }
            else if (name is not null)
            {
                lines.Add(line);
            }
        }

        if (name is not null)
        {
            throw new InvalidDataException($"Sample '{name}' has no line '{End}'.");
        }
    }

    private static Dictionary<string, string> ReadAll()
    {
        Dictionary<string, string> samples = new(StringComparer.Ordinal);
        foreach ((string name, string code) in Repository.Sources(Folder).SelectMany(file => Parts(File.ReadAllText(file))))
        {
            samples[name] = samples.TryGetValue(name, out string? before) ? before + "\n\n" + code : code;
        }

        return samples;
    }

    private static string Dedent(List<string> lines)
    {
        int indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd())).Trim('\n');
    }
}
