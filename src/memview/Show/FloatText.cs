using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>Decimals as text: alone as Python's repr writes them, or in the parts that a column of numbers is aligned by.</summary>
internal static class FloatText
{
    // Python's repr leaves the plain notation beyond these places of the point.
    private const int LeastPoint = -3;
    private const int MostPoint = 16;

    /// <summary>0.1, 3.0, 1e-07, nan, -inf.</summary>
    public static string Of(Decimals number)
    {
        if (!number.IsFinite)
        {
            return Sign(number) + number.Digits;
        }

        if (number.Point is < LeastPoint or > MostPoint && !number.IsZero)
        {
            string fraction = number.Digits[1..];
            return $"{Sign(number)}{number.Digits[0]}{(fraction.Length > 0 ? "." : "")}{fraction}{Exponent(number, 2)}";
        }

        (string whole, string part) = Fixed(number);
        return $"{whole}.{(part.Length > 0 ? part : "0")}";
    }

    /// <summary>The text before and after the point in plain notation; nothing after it for whole numbers.</summary>
    public static (string Whole, string Fraction) Fixed(Decimals number)
    {
        string digits = number.Digits;
        int point = number.Point;
        if (number.IsZero)
        {
            return (Sign(number) + "0", "");
        }

        return point <= 0 ? (Sign(number) + "0", new string('0', -point) + digits)
            : digits.Length <= point ? (Sign(number) + digits + new string('0', point - digits.Length), "")
            : (Sign(number) + digits[..point], digits[point..]);
    }

    /// <summary>1.50e+00, with a given number of places in the fraction and digits in the exponent.</summary>
    public static string Scientific(Decimals number, int places, int exponentDigits) =>
        $"{Sign(number)}{number.Digits[0]}.{number.Digits[1..].PadRight(places, '0')}{Exponent(number, exponentDigits)}";

    public static int PowerOf(Decimals number) => number.IsZero ? 0 : number.Point - 1;

    private static string Sign(Decimals number) => number.IsNegative ? "-" : "";

    private static string Exponent(Decimals number, int digits)
    {
        int power = PowerOf(number);
        return (power < 0 ? "e-" : "e+") + Math.Abs(power).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
