using System;
using System.Collections.Generic;

namespace MemoryViews.SmallWorld;

/// <summary>All tuples of digits below given limits.</summary>
internal static class Odometer
{
    /// <summary>The tuples in order, last digit fastest. One array is reused for all of them; no tuple when a limit is 0.</summary>
    public static IEnumerable<int[]> Below(int[] limits)
    {
        int[] digits = new int[limits.Length];
        bool more = !Array.Exists(limits, limit => limit == 0);
        while (more)
        {
            yield return digits;
            more = Advance(digits, limits);
        }
    }

    private static bool Advance(int[] digits, int[] limits)
    {
        for (int place = digits.Length - 1; place >= 0; place--)
        {
            if (++digits[place] < limits[place])
            {
                return true;
            }

            digits[place] = 0;
        }

        return false;
    }
}
