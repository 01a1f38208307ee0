using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MemoryViews.Command.Tour;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Command.Tests.Tour;

/// <summary>The code that the tour prints is the code that it runs.</summary>
public class SnippetTests
{
    public static TheoryData<int> Steps => [.. Enumerable.Range(1, TourSteps.All.Length)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_code_printed_is_the_whole_body_of_the_method_that_runs(int step)
    {
        foreach (Part part in TourSteps.All[step - 1].Parts)
        {
            Assert.Equal((part.ClassName, part.MethodName), (part.Run.Method.DeclaringType!.Name, part.Run.Method.Name));
            IEnumerable<string> body = SnippetText.Of(part).Skip(SnippetText.Of(part).Count - BodyLength(part));
            Assert.Contains($"    public static void {part.MethodName}()\n    {{\n{Indented(body, 8)}\n    }}\n", Source(part), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Members_shown_before_it_are_shown_whole(int step)
    {
        foreach (Part part in TourSteps.All[step - 1].Parts.Where(part => part.Shows.Length > 0))
        {
            string[] lines = [.. SnippetText.Of(part)];
            string members = Indented(lines[..^(BodyLength(part) + 1)], 4);
            Assert.All(members.Split("\n    }\n\n"), member => Assert.Contains(member, Source(part), StringComparison.Ordinal));
            Assert.All(part.Shows, name => Assert.Contains(name, members, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_tour_prints_every_snippet_line_by_line()
    {
        string output = Run.Memview("/", "tour", "5").Output;
        string code = Indented(SnippetText.Of(TourSteps.All[4].Parts[0]), 4);
        Assert.Contains($"\n{code}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_fit_a_wide_terminal() => Assert.All(
        TourSteps.All.SelectMany(step => step.Parts).SelectMany(SnippetText.Of).Concat(TourSteps.All.SelectMany(step => step.Text.Split('\n'))),
        line => Assert.InRange(line.Length, 0, 120));

    [Fact]
    public void Code_that_is_not_there_is_no_empty_snippet() =>
        Assert.Throws<InvalidOperationException>(() => SnippetText.Of(new Part(Nowhere.Run)));

    private static int BodyLength(Part part)
    {
        string source = Source(part);
        int start = source.IndexOf($"void {part.MethodName}()\n    {{\n", StringComparison.Ordinal);
        return source[start..source.IndexOf("\n    }\n", start, StringComparison.Ordinal)].Split('\n').Length - 2;
    }

    private static string Indented(IEnumerable<string> lines, int columns) =>
        string.Join('\n', lines.Select(line => line.Length == 0 ? "" : new string(' ', columns) + line));

    private static string Source(Part part) =>
        File.ReadAllText(Repository.At($"src/memview/Tour/Steps/{part.ClassName}.cs")).ReplaceLineEndings("\n");

    private static class Nowhere
    {
        public static void Run() => Assert.Fail("A snippet without a text must not run.");
    }
}
