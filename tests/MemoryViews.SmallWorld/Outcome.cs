using System.Collections.Generic;

namespace MemoryViews.SmallWorld;

/// <summary>One thing that can be done to an axis, and the list of indices it takes: the plain list model.</summary>
/// <param name="Subscript">The element of a subscript.</param>
/// <param name="Slice">The slice; without meaning for an index.</param>
/// <param name="IsIndex">Whether the axis is indexed away.</param>
/// <param name="Taken">The indices taken, in order.</param>
/// <param name="Step">The step of the slice.</param>
internal sealed record Outcome(Subscript Subscript, Slice Slice, bool IsIndex, int[] Taken, int Step)
{
    /// <summary>The largest step in the small world, either way.</summary>
    public const int MaxStep = 3;

    public static Outcome OfSlice(int? start, int? stop, int? step, int length)
    {
        Slice slice = new(start, stop, step);
        return new Outcome(slice, slice, false, PythonList.Take(start, stop, step, length), step ?? 1);
    }

    public static Outcome OfIndex(int index) => new(index, default, true, [index], 1);

    /// <summary>Every slice with start and stop from two before the axis to two behind it, or not given, and every step, or not given.</summary>
    public static IEnumerable<Outcome> EverySlice(int length)
    {
        foreach (int? start in Bounds(length))
        {
            foreach (int? stop in Bounds(length))
            {
                yield return OfSlice(start, stop, null, length);
                for (int step = -MaxStep; step <= MaxStep; step++)
                {
                    if (step != 0)
                    {
                        yield return OfSlice(start, stop, step, length);
                    }
                }
            }
        }
    }

    /// <summary>One slice for each list of indices that slices can take of an axis, and, where asked for, every index.</summary>
    public static List<Outcome> Distinct(int length, bool indices)
    {
        List<Outcome> distinct = [];
        HashSet<string> seen = [];
        foreach (Outcome outcome in EverySlice(length))
        {
            if (seen.Add(string.Join(',', outcome.Taken)))
            {
                distinct.Add(outcome);
            }
        }

        for (int index = 0; index < length && indices; index++)
        {
            distinct.Add(OfIndex(index));
        }

        return distinct;
    }

    public override string ToString() => IsIndex ? $"{Taken[0]}" : $"{Slice}";

    private static IEnumerable<int?> Bounds(int length)
    {
        yield return null;
        for (int bound = -length - 2; bound <= length + 2; bound++)
        {
            yield return bound;
        }
    }
}
