using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MemoryViews.HouseKeeping;

namespace MemoryViews.Docs.Tests.Markdown;

/// <summary>
/// A page of the documents. A fenced block takes its text from the code when a marker stands on the line before it:
/// <c>&lt;!-- sample: name --&gt;</c> shows the sample, <c>&lt;!-- output: name --&gt;</c> what it prints.
/// </summary>
internal sealed partial class Page(string name, string text)
{
    private readonly string[] _lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    /// <summary>The path from the repository's root.</summary>
    public string Name => name;

    public string Text => string.Join('\n', _lines);

    /// <summary>Every page that the samples may stand on.</summary>
    public static IEnumerable<Page> All()
    {
        IEnumerable<string> docs = Directory.Exists(Repository.At("docs"))
            ? Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)
            : [];
        return docs.Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(Repository.Relative(file), File.ReadAllText(file)));
    }

    /// <summary>The fenced blocks of the page.</summary>
    public IEnumerable<Fence> Fences()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            if (Opening().Match(_lines[i]) is { Success: true } opening)
            {
                int end = EndOf(i, opening.Groups["ticks"].Value);
                yield return new Fence(i, end, opening.Groups["language"].Value, MarkerBefore(i), string.Join('\n', _lines[(i + 1)..end]));
                i = end;
            }
        }
    }

    /// <summary>What is wrong with the blocks: C# without a sample, or a marker that names nothing.</summary>
    public IEnumerable<string> Faults(IReadOnlyCollection<string> samples)
    {
        foreach (Fence fence in Fences())
        {
            bool isCode = fence.Language is "csharp" or "cs" or "c#" or "C#";
            if (isCode && (fence.Language != "csharp" || fence.Kind != "sample"))
            {
                yield return $"{name}:{fence.Start + 1}: a block of C# is fenced as csharp, with '<!-- sample: name -->' on the line before";
            }
            else if (fence.Kind is not null && !samples.Contains(fence.Sample))
            {
                yield return $"{name}:{fence.Start}: no sample is called '{fence.Sample}'; there are {string.Join(", ", samples)}";
            }
        }
    }

    /// <summary>The page as it should be: every marked block filled from the code.</summary>
    public string Filled(Func<string, string> codeOf, Func<string, string> outputOf)
    {
        List<string> lines = [];
        int next = 0;
        foreach (Fence fence in Fences().Where(fence => fence.Kind is not null))
        {
            lines.AddRange(_lines[next..(fence.Start + 1)]);
            lines.AddRange((fence.Kind == "sample" ? codeOf(fence.Sample) : outputOf(fence.Sample)).Split('\n'));
            next = fence.End;
        }

        return string.Join('\n', lines.Concat(_lines[next..]));
    }

    private int EndOf(int start, string ticks)
    {
        int end = Array.FindIndex(_lines, start + 1, line => line.TrimEnd() == ticks);
        return end > 0 ? end : throw new InvalidDataException($"{name}:{start + 1}: a block begins with {ticks} and does not end.");
    }

    private (string Kind, string Sample)? MarkerBefore(int line) =>
        line > 0 && Marker().Match(_lines[line - 1]) is { Success: true } marker
            ? (marker.Groups["kind"].Value, marker.Groups["name"].Value)
            : null;

    [GeneratedRegex("^(?<ticks>```+)(?<language>[^`\\s]*)\\s*$")]
    private static partial Regex Opening();

    [GeneratedRegex("^<!-- (?<kind>sample|output): (?<name>[a-z0-9-]+) -->\\s*$")]
    private static partial Regex Marker();
}

/// <summary>A fenced block: the lines of its two fences, counted from 0, its language and the marker before it.</summary>
internal sealed record Fence(int Start, int End, string Language, (string Kind, string Sample)? Marker, string Text)
{
    public string? Kind => Marker?.Kind;

    public string Sample => Marker?.Sample ?? "";
}
