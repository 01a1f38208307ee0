using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Conformance.Tests;

/// <summary>All vectors of the repository through the tool, and what it says about files that are not as they should be.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("vectors").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Every_strict_answer_is_CPythons()
    {
        StringWriter output = new();
        bool passed = new Replay(new Options(Repository.At("tests/data/vectors"), [], IsVerbose: true), output).Run();

        Assert.True(passed, output.ToString());
        Assert.EndsWith("12951 passed, 0 failed" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_generous_difference_is_of_a_kind_that_is_explained()
    {
        Replay replay = new(new Options(Repository.At("tests/data/vectors"), [], IsVerbose: false), TextWriter.Null);
        replay.Run();

        Assert.Empty(replay.Kinds.Keys.Except(Difference.Kinds));
        Assert.All(Difference.Kinds.Except([Difference.SubViewAssignment]), kind => Assert.True(replay.Kinds.GetValueOrDefault(kind) > 0, kind));
    }

    [Fact]
    public void Every_kind_of_difference_has_a_row_in_the_table_with_its_count()
    {
        Replay replay = new(new Options(Repository.At("tests/data/vectors"), [], IsVerbose: false), TextWriter.Null);
        replay.Run();
        string page = File.ReadAllText(Repository.At("docs/differences.md"));

        Assert.All(Difference.Kinds, kind => Assert.Contains($"| {kind} | {replay.Kinds.GetValueOrDefault(kind)} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_answer_fails_and_is_shown_with_what_was_expected()
    {
        Write("""{"family":"item_get","count":1,"cases":[{"id":"g-1","in":{"format":"B","data":"05","index":0},"expect":{"value":6}}]}""");
        StringWriter output = new();

        Assert.False(Run(output));
        Assert.Contains("FAILED g-1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("""actual    {"value":5}""", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_may_nest_as_deep_as_there_are_axes()
    {
        string list = new string('[', 64) + "7" + new string(']', 64), shape = string.Join(',', System.Linq.Enumerable.Repeat("1", 64));
        Write($$$"""{"family":"cast","count":1,"cases":[{"id":"c-1","in":{"src":{"format":"B","data":"07"},"format":"b","shape":[{{{shape}}}]},"expect":{"ndim":64,"tolist":{{{list}}}}}]}""");
        StringWriter output = new();

        Assert.True(Run(output), output.ToString());
    }

    [Fact]
    public void A_truth_value_is_not_the_integer_it_equals()
    {
        Write("""{"family":"item_get","count":1,"cases":[{"id":"g-1","in":{"format":"?","data":"01","index":0},"expect":{"value":1}}]}""");

        Assert.False(Run(TextWriter.Null));
    }

    [Fact]
    public void A_case_that_lacks_a_member_fails_with_its_name()
    {
        Write("""{"family":"item_get","count":1,"cases":[{"id":"g-1","in":{"format":"B","data":"05"},"expect":{"value":5}}]}""");
        StringWriter output = new();

        Assert.False(Run(output));
        Assert.Contains("malformed: \"index\" is missing", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("[]", "\"family\"")]
    [InlineData("""{"family":"item_get"}""", "\"cases\"")]
    [InlineData("""{"family":"item_get","cases":[1]}""", "case 0")]
    [InlineData("""{"family":"item_get","count":2,"cases":[]}""", "\"count\" says 2")]
    [InlineData("""{"family":"poetry","count":0,"cases":[]}""", "family 'poetry' is unknown")]
    public void A_malformed_file_is_refused_with_the_reason(string text, string reason)
    {
        Write(text);

        Assert.Contains(reason, Assert.Throws<VectorException>(() => Run(TextWriter.Null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_without_vectors_is_refused()
        => Assert.Throws<VectorException>(() => Run(TextWriter.Null));

    [Theory]
    [InlineData("vectors")]
    [InlineData("vectors", "/nowhere")]
    [InlineData("replay", ".")]
    [InlineData("vectors", ".", "--loud")]
    public void Wrong_arguments_are_refused_with_a_reason(params string[] arguments)
    {
        Assert.False(Options.TryRead(arguments, out _, out string? reason));
        Assert.NotEmpty(reason!);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_directory, "file.json"), text);

    private bool Run(TextWriter output) => new Replay(new Options(_directory, [], IsVerbose: true), output).Run();
}
