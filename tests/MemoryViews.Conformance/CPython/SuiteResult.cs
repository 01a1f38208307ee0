using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Conformance;

/// <summary>One suite with our type, beside the same on unpatched CPython.</summary>
internal sealed class SuiteResult
{
    private readonly SuiteReport _ours;
    private readonly SuiteReport _plain;

    public SuiteResult(Interpreter interpreter, Suite suite, SuiteReport ours, SuiteReport plain, Exclusions exclusions)
    {
        Suite = suite;
        _ours = ours;
        _plain = plain;
        foreach (TestOutcome outcome in ours.Outcomes)
        {
            Sort(outcome, exclusions.ReasonOf(outcome.Test, interpreter.Version));
        }

        // What CPython ran and we did not is no success.
        HashSet<string> seen = [.. ours.Outcomes.Select(outcome => outcome.Test)];
        Failures.AddRange(plain.Outcomes.Where(outcome => !seen.Contains(outcome.Test)).Select(outcome => TestOutcome.Failure(outcome.Test, "was not run")));
    }

    public Suite Suite { get; }

    public int Passed { get; private set; }

    public int Skipped { get; private set; }

    public List<TestOutcome> Failures { get; } = [];

    /// <summary>Tests of the data file, with its reasons.</summary>
    public List<TestOutcome> Inapplicable { get; } = [];

    /// <summary>Tests of the data file that pass all the same: their lines should go.</summary>
    public List<TestOutcome> Surprises { get; } = [];

    /// <summary>Tests that fail on unpatched CPython in this environment, too: they say nothing about us.</summary>
    public List<TestOutcome> FailPlain { get; } = [];

    public static string Heading => $"{"suite",-24}{"ours: run",11}{"passed",8}{"failed",8}{"skipped",9}{"cannot",8}  {"CPython: run",14}{"passed",8}{"failed",8}{"skipped",9}";

    public override string ToString() =>
        $"{Suite.Name,-24}{_ours.Outcomes.Count,11}{Passed,8}{Failures.Count,8}{_ours.Count("skipped"),9}{Inapplicable.Count,8}  "
        + $"{_plain.Outcomes.Count,14}{_plain.Count("passed"),8}{_plain.Count("failed"),8}{_plain.Count("skipped"),9}";

    private void Sort(TestOutcome outcome, string? reason)
    {
        if (outcome.IsSkip)
        {
            Skipped++;
        }
        else if (outcome.IsPass)
        {
            Passed++;
            if (reason is not null)
            {
                Surprises.Add(outcome);
            }
        }
        else if (reason is not null)
        {
            Skipped++;
            Inapplicable.Add(outcome with { Text = reason });
        }
        else if (_plain.Of(outcome.Test) is { IsFailure: true })
        {
            Skipped++;
            FailPlain.Add(outcome);
        }
        else
        {
            Failures.Add(outcome);
        }
    }
}
