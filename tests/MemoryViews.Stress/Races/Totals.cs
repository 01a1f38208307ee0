using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MemoryViews.Stress.Races;

/// <summary>What another process of this console printed, taken over: its lines as they are, its totals into these.</summary>
internal sealed partial class Totals(Tally tally)
{
    private (long Passed, long Failed)? _last;

    public void Read(string line)
    {
        Match match = Total().Match(line);
        if (!match.Success)
        {
            tally.Write(line);
            return;
        }

        _last = (long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
    }

    /// <summary>The process has ended.</summary>
    public void End(string name, int exitCode)
    {
        tally.Pass(_last?.Passed ?? 0);
        if (_last is not { } last || exitCode != Math.Min(last.Failed, 1))
        {
            tally.Fail($"{name}: the process ended with exit code {exitCode}");
            return;
        }

        for (long i = 0; i < last.Failed; i++)
        {
            tally.Fail($"{name}: see above");
        }
    }

    [GeneratedRegex("^([0-9]+) passed, ([0-9]+) failed")]
    private static partial Regex Total();
}
