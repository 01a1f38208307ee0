using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MemoryViews.Command.Tour;

/// <summary>
/// The code of a part as it was compiled: the files of the steps are embedded in the command that was built from them, and members are cut out
/// by the layout that the code style prescribes. What is printed is what ran, because there is no second copy.
/// <code>
///   internal static class ArrayThroughView
///   {
///       public static void Run()          a member begins at four columns
///       {
///           int[] numbers = ...           its body stands at eight
///       }                                 and it ends with a brace at four
/// </code>
/// </summary>
internal static class SnippetText
{
    private const int MemberIndent = 4;
    private const int BodyIndent = 8;
    private const string MemberEnd = "    }";

    /// <summary>The lines of a part: the members it shows, then the body of its method.</summary>
    public static IReadOnlyList<string> Of(Part part)
    {
        string[] source = Source(part.ClassName);
        List<string> lines = [];
        foreach (string member in part.Shows)
        {
            lines.AddRange(Member(source, member).Select(line => Dedent(line, MemberIndent)));
            lines.Add("");
        }

        lines.AddRange(Member(source, $"void {part.MethodName}()")[2..^1].Select(line => Dedent(line, BodyIndent)));
        return lines;
    }

    // From the line that declares the member to the brace that closes it.
    private static string[] Member(string[] source, string name)
    {
        int start = Array.FindIndex(source, line => IsDeclaration(line, name));
        int end = start < 0 ? -1 : Array.IndexOf(source, MemberEnd, start);
        return end > 0 ? source[start..(end + 1)] : throw Error.NoSnippet(name);
    }

    private static bool IsDeclaration(string line, string name) =>
        line.Length > MemberIndent && line[MemberIndent] is not (' ' or '/' or '[') && line.StartsWith(new string(' ', MemberIndent), StringComparison.Ordinal)
        && line.Contains(name, StringComparison.Ordinal);

    private static string Dedent(string line, int indent) => line.Length > indent ? line[indent..] : "";

    private static string[] Source(string className)
    {
        using Stream stream = typeof(SnippetText).Assembly.GetManifestResourceStream(className + ".cs") ?? throw Error.NoSnippet(className);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
