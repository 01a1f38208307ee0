using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>
/// The shortest decimal digits that read back as the same number of the same width: 0.<paramref name="Digits"/> × 10^<paramref name="Point"/>.
/// </summary>
/// <param name="IsNegative">The sign, that of -0 too.</param>
/// <param name="Digits">Significant digits without zeros at either end; "0" for zero; "nan" or "inf".</param>
/// <param name="Point">Digits before the decimal point, less than 0 for zeros after it.</param>
/// <param name="Value">The number.</param>
internal readonly record struct Decimals(bool IsNegative, string Digits, int Point, double Value)
{
    public bool IsFinite => char.IsAsciiDigit(Digits[0]);

    public bool IsZero => Digits == "0";

    /// <summary>The decimals of a double, float or half.</summary>
    public static Decimals Of(object value) => value switch
    {
        float single => Parse(single.ToString("R", CultureInfo.InvariantCulture), single),
        Half half => Parse(half.ToString("R", CultureInfo.InvariantCulture), (double)half),
        _ => Parse(((double)value).ToString("R", CultureInfo.InvariantCulture), (double)value),
    };

    private static Decimals Parse(string text, double value)
    {
        bool negative = double.IsNegative(value);
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? new(false, "nan", 0, value) : new(negative, "inf", 0, value);
        }

        ReadOnlySpan<char> rest = text.AsSpan(text[0] == '-' ? 1 : 0);
        int e = rest.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(rest[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        rest = e < 0 ? rest : rest[..e];
        int dot = rest.IndexOf('.');
        string all = dot < 0 ? rest.ToString() : string.Concat(rest[..dot], rest[(dot + 1)..]);
        string digits = all.TrimStart('0');
        int point = (dot < 0 ? rest.Length : dot) + exponent - (all.Length - digits.Length);
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? new(negative, "0", 1, value) : new(negative, digits, point, value);
    }
}
