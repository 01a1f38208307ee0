using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace MemoryViews.Conformance;

/// <summary>
/// Counts the references that three rounds of a suite leave behind after three others, as CPython's own buildbots do. Tests that make random structures
/// leave some on plain CPython, too, so that is what ours are compared with.
/// </summary>
internal sealed partial class LeakRun(Interpreter interpreter, TextWriter output)
{
    // Rounds of random structures differ from each other: a leak would be one for each of thousands of views.
    private const int Tolerance = 100;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public async Task RunAsync(IEnumerable<Suite> suites)
    {
        output.WriteLine($"{"suite",-18}{"left behind",-15}{"ours, each round",-26}CPython");
        foreach (Suite suite in suites)
        {
            Task<SuiteReport> plain = SuiteChild.RunAsync(interpreter, suite, ChildOrder.Plain, ChildOrder.HuntLeaks, s_patience);
            SuiteReport ours = await SuiteChild.RunAsync(interpreter, suite, ChildOrder.Ours, ChildOrder.HuntLeaks, s_patience).ConfigureAwait(false);
            Compare(suite, ours, await plain.ConfigureAwait(false));
        }
    }

    private void Compare(Suite suite, SuiteReport ours, SuiteReport plain)
    {
        bool good = ours.IsComplete && HasRun(ours) && HasRun(plain);
        foreach (string kind in (string[])["references", "memory blocks"])
        {
            int[] left = LeftBy(ours, kind), baseline = LeftBy(plain, kind);
            good &= left.Max() <= Math.Max(0, baseline.Max()) + (baseline.Max() > 0 ? Tolerance : 0);
            output.WriteLine($"{suite.Name,-18}{kind,-15}{string.Join(", ", left),-26}{string.Join(", ", baseline)}");
        }

        Passed += good ? 1 : 0;
        Failed += good ? 0 : 1;
        if (!good)
        {
            output.WriteLine($"    FAILED {suite.Name}\n{ours.Output}\n{string.Join('\n', ours.Outcomes.Select(outcome => outcome.Text))}");
        }
    }

    // Nothing is printed about a suite that left nothing behind. File descriptors are counted too, but .NET opens and closes some of its own.
    private static int[] LeftBy(SuiteReport report, string kind)
    {
        Match match = Leaked().Matches(report.Output).FirstOrDefault(match => match.Groups[2].Value == kind) ?? Match.Empty;
        return match.Success ? [.. match.Groups[1].Value.Split(',').Select(int.Parse)] : [0, 0, 0];
    }

    private static bool HasRun(SuiteReport report) =>
        report.Output.Contains("1 test OK", StringComparison.Ordinal) || report.Output.Contains("failed (reference leak)", StringComparison.Ordinal);

    [GeneratedRegex(@"leaked \[([-0-9, ]+)\] (references|memory blocks)")]
    private static partial Regex Leaked();
}
