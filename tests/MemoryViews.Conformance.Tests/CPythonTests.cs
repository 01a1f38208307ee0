using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Conformance.Tests;

/// <summary>What the run of CPython's own tests makes of its arguments, of reports, and of tests that cannot apply.</summary>
public sealed class CPythonTests : IDisposable
{
    private static readonly Suite s_suite = Suite.All[0];
    private readonly string _report = Path.GetTempFileName();

    public void Dispose() => File.Delete(_report);

    [Fact]
    public void Options_and_suites_are_read()
    {
        Assert.True(CPythonOptions.TryRead(["--python", "a", "--all", "test_buffer", "--verbose", "--python", "b"], out CPythonOptions? options, out _));
        Assert.Equal(["a", "b"], options.Executables);
        Assert.Equal(["test_buffer"], options.Suites.Select(suite => suite.Name));
        Assert.True(options is { AllInterpreters: true, IsVerbose: true, HuntsLeaks: false });
    }

    [Theory]
    [InlineData("--slow")]
    [InlineData("test_nothing")]
    [InlineData("--python")]
    public void What_is_neither_is_refused_with_what_would_do(string word)
    {
        Assert.False(CPythonOptions.TryRead([word], out _, out string? reason));
        Assert.Contains(word, reason, StringComparison.Ordinal);
        Assert.Contains("test_memoryview", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_no_Python_is_none() => Assert.Null(Interpreter.Ask("/bin/cat"));

    [Fact]
    public void A_test_that_was_running_when_the_child_died_has_failed()
    {
        SuiteReport report = Read("""
            {"started": "a.one"}
            {"test": "a.one", "outcome": "passed", "text": ""}
            {"started": "a.two"}
            {"test": "a.two", "outc
            """);
        report.CompleteWith("a", "the process ended with exit code 139", "it crashed");
        Assert.Equal(["a.one passed", "a.two failed"], report.Outcomes.Select(outcome => $"{outcome.Test} {outcome.Kind}"));
        Assert.Contains("139", report.Outcomes[1].Text, StringComparison.Ordinal);
        Assert.Contains("it crashed", report.Outcomes[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_that_wrote_nothing_has_failed()
    {
        SuiteReport report = Read("");
        report.CompleteWith("a", "did not end within 5 s", "");
        Assert.True(Assert.Single(report.Outcomes).IsFailure);
    }

    [Fact]
    public void Tests_are_sorted_by_what_CPython_and_the_data_file_say()
    {
        Exclusions exclusions = Exclusions.Read(new StringReader("""
            # version | test | why
            3.11 | t.bound | C code takes its own type only
            3.13 | t.later | only from 3.13 on
            3.11 | t.fine | a line that should go
            """));
        SuiteReport ours = Outcomes(("t.good", "passed"), ("t.bad", "failed"), ("t.bound", "failed"), ("t.later", "failed"), ("t.fine", "passed"), ("t.broken", "failed"), ("t.off", "skipped"));
        SuiteReport plain = Outcomes(("t.good", "passed"), ("t.bad", "passed"), ("t.broken", "failed"), ("t.lost", "passed"));
        SuiteResult result = new(Python(3, 12), s_suite, ours, plain, exclusions);

        Assert.Equal(["t.bad", "t.later", "t.lost"], result.Failures.Select(outcome => outcome.Test));
        Assert.Equal("C code takes its own type only", Assert.Single(result.Inapplicable).Text);
        Assert.Equal("t.fine", Assert.Single(result.Surprises).Test);
        Assert.Equal("t.broken", Assert.Single(result.FailPlain).Test);
        Assert.Equal((2, 3), (result.Passed, result.Skipped));
    }

    [Fact]
    public void A_line_without_a_reason_is_refused() =>
        Assert.Throws<VectorException>(() => Exclusions.Read(new StringReader("3.11 | t.bound |")));

    [Fact]
    public void Every_line_of_the_data_file_can_be_read() => Assert.NotNull(Exclusions.ReadOwn());

    private static Interpreter Python(int major, int minor) => new("python", new Version(major, minor), "", IsDebug: false, Obstacle: null);

    private SuiteReport Read(string text)
    {
        File.WriteAllText(_report, text);
        return SuiteReport.Read(_report);
    }

    private SuiteReport Outcomes(params (string Test, string Outcome)[] outcomes) =>
        Read(string.Join('\n', outcomes.Select(line => $$"""{"test": "{{line.Test}}", "outcome": "{{line.Outcome}}", "text": ""}""")) + "\n{\"end\": true}");
}
