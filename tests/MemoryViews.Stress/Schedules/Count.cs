using System;
using System.Globalization;

namespace MemoryViews.Stress.Schedules;

/// <summary>Numbers of schedules. They outgrow 64 bits soon, and 128 in the end.</summary>
internal static class Count
{
    /// <summary>Stops at the greatest number rather than begin anew.</summary>
    public static UInt128 Sum(UInt128 a, UInt128 b) => a > UInt128.MaxValue - b ? UInt128.MaxValue : a + b;

    public static string Text(UInt128 count) => count == UInt128.MaxValue ? "at least 3.4e38" : count.ToString(CultureInfo.InvariantCulture);
}
