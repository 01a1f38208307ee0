using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Architecture.Tests;

/// <summary>House rules that are read off the source text.</summary>
public partial class SourceTests
{
    private const int MostLines = 400;

    [Fact]
    public void Exceptions_are_made_in_the_errors_room_alone() =>
        Faults.None(Find(ThrowNew(), file => !file.Contains("/Errors/", StringComparison.Ordinal)));

    [Fact]
    public void Sizes_come_from_Unsafe_and_never_from_Marshal() =>
        Faults.None(Find(MarshalSize(), _ => true));

    [Fact]
    public void Files_stay_under_400_lines()
    {
        string[] folders = ["src", "tests", "bench", "samples"];
        IEnumerable<string> tooLong = folders.Where(folder => Directory.Exists(Repository.At(folder)))
            .SelectMany(Repository.Sources)
            .Select(file => (Name: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Name} has {file.Lines} lines, {MostLines} is the most");
        Faults.None(tooLong);
    }

    [Theory]
    [InlineData("throw new ArgumentException();", true)]
    [InlineData("x ?? throw  new InvalidOperationException()", true)]
    [InlineData("throw Error.ZeroStep();", false)]
    [InlineData("// never throw new anything here", false)]
    public void The_rule_on_throwing_knows_code_from_comment(string line, bool isFault) =>
        Assert.Equal(isFault, ThrowNew().IsMatch(WithoutComment(line)));

    private static List<string> Find(Regex pattern, Func<string, bool> isWatched)
    {
        List<string> faults = [];
        foreach (string file in Repository.Sources("src").Where(file => isWatched(Repository.Relative(file))))
        {
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                if (pattern.IsMatch(WithoutComment(line)))
                {
                    faults.Add($"{Repository.Relative(file)}:{number}: {line.Trim()}");
                }
            }
        }

        return faults;
    }

    private static string WithoutComment(string line)
    {
        int start = line.IndexOf("//", StringComparison.Ordinal);
        return start < 0 ? line : line[..start];
    }

    [GeneratedRegex(@"\bthrow\s+new\b")]
    private static partial Regex ThrowNew();

    [GeneratedRegex(@"\bMarshal\s*\.\s*SizeOf\b")]
    private static partial Regex MarshalSize();
}
