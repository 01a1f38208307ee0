using System;
using System.Linq;

namespace MemoryViews.Command.Tests.Tour;

/// <summary>What the tour's snippets printed: the lines that the tour marks.</summary>
internal static class TourRun
{
    private const string OutputMargin = "  > ";

    public static string Printed(this Outcome run) => string.Join('\n', run.Output.Split('\n')
        .Where(line => line.StartsWith(OutputMargin, StringComparison.Ordinal))
        .Select(line => line[OutputMargin.Length..]));
}
