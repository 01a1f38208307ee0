using System.Collections.Generic;

namespace MemoryViews.SmallWorld;

/// <summary>What <c>list(range(length))[start:stop:step]</c> gives, by the words of Python's reference: negative bounds count from the end, bounds
/// beyond the list are brought back to it, and the step is walked until the stop is met or passed.</summary>
internal static class PythonList
{
    public static int[] Take(int? start, int? stop, int? step, int length)
    {
        int by = step ?? 1;
        int first = by > 0 ? 0 : length - 1, end = by > 0 ? length : -1;
        int from = start is int given ? BringBack(given, by, length) : first;
        int to = stop is int limit ? BringBack(limit, by, length) : end;
        List<int> taken = [];
        for (int i = from; by > 0 ? i < to : i > to; i += by)
        {
            taken.Add(i);
        }

        return [.. taken];
    }

    private static int BringBack(int bound, int step, int length)
    {
        int counted = bound < 0 ? bound + length : bound;
        int lowest = step > 0 ? 0 : -1, highest = step > 0 ? length : length - 1;
        return counted < lowest ? lowest : counted > highest ? highest : counted;
    }
}
