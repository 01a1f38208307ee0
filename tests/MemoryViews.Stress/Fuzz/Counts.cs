using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>How many operations of each family one thread has done.</summary>
internal sealed class Counts
{
    private readonly long[] _done = new long[AllOperations.Families.Length + TextTrial.Families.Length];

    public static IEnumerable<string> Names => [.. AllOperations.Families.ToArray(), .. TextTrial.Families.ToArray()];

    public void Add(int family) => _done[family]++;

    /// <summary>"12,345 slices, 678 axes, ...".</summary>
    public static string Describe(IEnumerable<Counts> all)
        => string.Join(", ", Names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{all.Sum(counts => counts._done[i]):N0} {name}")));
}
