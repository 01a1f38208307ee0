using System;

namespace MemoryViews.Command;

/// <summary>
/// Floats as NumPy aligns them, by the decimal point, each with its shortest digits:
/// <code>
///   [0.12573022 0.10490011 1.304     ]        [1.0e-10 1.5e+00]
/// </code>
/// Powers of ten are written when a number is 10^8 or more, below 10^-4, or when the largest passes a thousand times the smallest.
/// </summary>
internal sealed class FloatStyle(ItemFormat format) : ElementStyle
{
    private const double Large = 1e8;
    private const double Small = 1e-4;
    private const double MostRatio = 1000;

    private double _largest;
    private double _smallest = double.PositiveInfinity;
    private int _wholeWidth;
    private int _fractionWidth;
    private int _places;
    private int _exponentDigits = 2;
    private int _scientificWidth;
    private int _specialWidth;

    private bool IsScientific => _largest >= Large || _smallest < Small || (_largest > 0 && _largest / _smallest > MostRatio);

    public override void Observe(ReadOnlySpan<byte> item)
    {
        Decimals number = Decimals.Of(format.Read(item)!);
        if (!number.IsFinite)
        {
            _specialWidth = Math.Max(_specialWidth, FloatText.Of(number).Length);
            return;
        }

        if (!number.IsZero)
        {
            _largest = Math.Max(_largest, Math.Abs(number.Value));
            _smallest = Math.Min(_smallest, Math.Abs(number.Value));
        }

        (int whole, int fraction) = FixedWidths(number);
        _wholeWidth = Math.Max(_wholeWidth, whole);
        _fractionWidth = Math.Max(_fractionWidth, fraction);
        _places = Math.Max(_places, number.Digits.Length - 1);
        _exponentDigits = Math.Max(_exponentDigits, Math.Abs(FloatText.PowerOf(number)) >= 100 ? 3 : 2);
        _scientificWidth = Math.Max(_scientificWidth, number.IsNegative ? 2 : 1);
    }

    public override string Format(ReadOnlySpan<byte> item)
    {
        Decimals number = Decimals.Of(format.Read(item)!);
        return !number.IsFinite ? FloatText.Of(number).PadLeft(Width())
            : IsScientific ? FloatText.Scientific(number, _places, _exponentDigits).PadLeft(Width())
            : Fixed(number);
    }

    private string Fixed(Decimals number)
    {
        (string whole, string fraction) = FloatText.Fixed(number);
        return $"{whole}.{fraction.PadRight(_fractionWidth)}".PadLeft(Width());
    }

    // "d." and the places, "e+" and the exponent; or the whole part, the point and the fraction.
    private int Width() => Math.Max(
        _specialWidth,
        IsScientific ? _scientificWidth + 1 + _places + 2 + _exponentDigits : _wholeWidth + 1 + _fractionWidth);

    // Counted, not written: one number of 300 places in a column of ordinary ones switches to powers of ten anyway.
    private static (int Whole, int Fraction) FixedWidths(Decimals number)
    {
        int sign = number.IsNegative ? 1 : 0;
        return number.IsZero ? (sign + 1, 0) : (sign + Math.Max(number.Point, 1), Math.Max(number.Digits.Length - number.Point, 0));
    }
}
