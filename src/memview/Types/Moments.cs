using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>
/// NumPy's datetime64 and timedelta64 with units from weeks to nanoseconds. The format is a record whose only field is named after the
/// NumPy type, as with <see cref="PackedIntegers"/>: <c>T{&lt;q:M8[s]:}</c>.
/// </summary>
internal static class Moments
{
    public static bool IsUnit(ReadOnlySpan<char> unit) => PerSecond(unit) is not null;

    /// <summary>The NumPy type a format names; null when it is no date and no duration.</summary>
    public static string? TypeOf(ItemFormat format) =>
        format.Size == sizeof(long) && format.Fields is [{ Name: { Length: > 4 } name }] && name[..3] is "M8[" or "m8[" ? name : null;

    /// <summary>A date in ISO 8601, a duration as a count with its unit; NumPy's NaT for the smallest count.</summary>
    public static string Text(string type, long count)
    {
        string unit = type[3..^1];
        if (count == long.MinValue)
        {
            return "NaT";
        }

        return type[0] == 'm' ? string.Create(CultureInfo.InvariantCulture, $"{count}{unit}") : Date(unit, count);
    }

    private static string Date(string unit, long count)
    {
        (long unitsPerSecond, long secondsPerUnit) = PerSecond(unit)!.Value;

        // An Int128 holds 2^63 weeks in seconds; what no calendar of .NET holds is told as a count.
        Int128 seconds = unitsPerSecond > 1 ? FloorDivide(count, unitsPerSecond) : (Int128)count * secondsPerUnit;
        Int128 wholeSeconds = seconds + 62_135_596_800;
        if (wholeSeconds < 0 || wholeSeconds > 315_537_897_599)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{count}{unit} since 1970");
        }

        DateTime moment = new((long)wholeSeconds * TimeSpan.TicksPerSecond);
        string text = moment.ToString(secondsPerUnit >= 86_400 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return unitsPerSecond > 1 ? text + "." + Fraction(count - (long)(seconds * unitsPerSecond), unitsPerSecond) : text;
    }

    private static string Fraction(long part, long unitsPerSecond) =>
        part.ToString(new string('0', (int)Math.Log10(unitsPerSecond)), CultureInfo.InvariantCulture);

    private static Int128 FloorDivide(long count, long by) => count >= 0 ? count / by : -((-(Int128)count + by - 1) / by);

    private static (long UnitsPerSecond, long SecondsPerUnit)? PerSecond(ReadOnlySpan<char> unit) => unit switch
    {
        "W" => (1, 604_800),
        "D" => (1, 86_400),
        "h" => (1, 3_600),
        "m" => (1, 60),
        "s" => (1, 1),
        "ms" => (1_000, 1),
        "us" => (1_000_000, 1),
        "ns" => (1_000_000_000, 1),
        _ => null,
    };
}
