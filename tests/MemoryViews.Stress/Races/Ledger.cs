using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Races;

/// <summary>What happened in an arena, and its tables.</summary>
internal sealed class Ledger
{
    private static readonly MemoryKind[] s_memories = Enum.GetValues<MemoryKind>();
    private static readonly Ending[] s_endings = Enum.GetValues<Ending>();
    private static readonly AccessKind[] s_accesses = Enum.GetValues<AccessKind>();

    private readonly Dictionary<MemoryKind, Latencies> _latencies = s_memories.ToDictionary(kind => kind, _ => new Latencies());
    private readonly Dictionary<MemoryKind, long> _inside = s_memories.ToDictionary(kind => kind, _ => 0L);
    private readonly Dictionary<Ending, long> _endings = s_endings.ToDictionary(kind => kind, _ => 0L);
    private readonly Dictionary<Ending, long> _refusedEndings = s_endings.ToDictionary(kind => kind, _ => 0L);
    private readonly long[] _done = new long[s_accesses.Length];
    private readonly long[] _refused = new long[s_accesses.Length];

    /// <summary>Everything ended, but what was merely dropped.</summary>
    public long Closes { get; private set; }

    public long Accesses => _done.Sum() + _refused.Sum();

    public long Refusals => _refused.Sum();

    public void AddEnd(Target target, TimeSpan time, bool isInside, int refused)
    {
        _endings[target.Ending]++;
        _refusedEndings[target.Ending] += refused;
        if (target.Ending != Ending.Drop)
        {
            Closes++;
            _latencies[target.Kind].Add(time);
            _inside[target.Kind] += isInside ? 1 : 0;
        }
    }

    public void Add(Reader reader)
    {
        for (int i = 0; i < _done.Length; i++)
        {
            _done[i] += reader.Done[i];
            _refused[i] += reader.Refused[i];
        }
    }

    public void Write(Tally tally)
    {
        tally.Write($"  {"memory",-18} {"closes",12} {"reader inside",15} {"p50 us",9} {"p99 us",9} {"max us",11}");
        foreach (MemoryKind kind in s_memories)
        {
            tally.Write(LineOf(kind.ToString(), _latencies[kind], _inside[kind]));
        }

        Latencies all = new();
        Array.ForEach(s_memories, kind => all.Add(_latencies[kind]));
        tally.Write(LineOf("all", all, _inside.Values.Sum()));
        WriteCounts(tally, "ended by", "times", "refused", s_endings, ending => (_endings[ending], _refusedEndings[ending]));
        WriteCounts(tally, "access", "done", "refused", s_accesses, access => (_done[(int)access], _refused[(int)access]));
    }

    private static string LineOf(string name, Latencies times, long inside) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-18} {times.Count,12:N0} {(times.Count == 0 ? 0 : (double)inside / times.Count),15:P0} {times.Percentile(0.5).TotalMicroseconds,9:0.0} {times.Percentile(0.99).TotalMicroseconds,9:0.0} {times.Longest.TotalMicroseconds,11:0}");

    private static void WriteCounts<T>(Tally tally, string name, string first, string second, T[] kinds, Func<T, (long First, long Second)> counts)
    {
        tally.Write($"  {name,-18} {first,12} {second,15}");
        foreach (T kind in kinds)
        {
            (long one, long two) = counts(kind);
            tally.Write(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} {one,12:N0} {two,15:N0}"));
        }
    }
}
