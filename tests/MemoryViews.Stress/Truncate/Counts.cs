using System;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Truncate;

/// <summary>What all rounds together did.</summary>
internal sealed class Counts
{
    private readonly long[] _rounds = new long[Enum.GetValues<MapAccess>().Length];
    private readonly long[] _disturbances = new long[Enum.GetValues<DisturbanceKind>().Length];

    public long Operations { get; private set; }

    public long Refused { get; private set; }

    /// <summary>Rounds in which programs of the system disturbed the file.</summary>
    public long ByPrograms { get; set; }

    public void Add(MapAccess access, int[] disturbances, Worker[] workers)
    {
        _rounds[(int)access]++;
        for (int i = 0; i < disturbances.Length; i++)
        {
            _disturbances[i] += disturbances[i];
        }

        Operations += workers.Sum(worker => worker.Done);
        Refused += workers.Sum(worker => worker.Refused);
    }

    public void Write(Tally tally)
    {
        tally.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{_rounds.Sum():N0} files: {Text<MapAccess>(_rounds)}; {ByPrograms:N0} of them disturbed by another process"));
        tally.Write(string.Create(CultureInfo.InvariantCulture, $"{_disturbances.Sum():N0} disturbances: {Text<DisturbanceKind>(_disturbances)}"));
        tally.Write(string.Create(CultureInfo.InvariantCulture, $"{Operations:N0} operations, {Refused:N0} of them refused with the place where the file ended"));
    }

    private static string Text<T>(long[] counts)
        where T : struct, Enum
        => string.Join(", ", Enum.GetValues<T>().Select((kind, i) => string.Create(CultureInfo.InvariantCulture, $"{counts[i]:N0} {kind}")));
}
