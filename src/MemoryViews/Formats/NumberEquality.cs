using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>Equality of boxed numbers of any types, by exact value: as fractions, where the types differ.</summary>
internal static class NumberEquality
{
    public static bool IsNumber(object value) => value is double or float or Half or decimal or Complex || NumberValue.TryInteger(value, out _, out _, out _);

    public static bool Equal(object a, object b)
    {
        if (a is Complex || b is Complex)
        {
            return ImaginaryOf(a) == ImaginaryOf(b) && Equal(RealOf(a), RealOf(b));
        }

        if (TryFloat(a, out double x) && TryFloat(b, out double y))
        {
            return x == y;
        }

        return TryFraction(a, out BigInteger n, out BigInteger d) && TryFraction(b, out BigInteger m, out BigInteger e) && n * e == m * d;
    }

    /// <summary>Equal for equal numbers: by the whole number where there is one, otherwise by the nearest double.</summary>
    public static int Hash(object value)
    {
        if (value is Complex complex)
        {
            return complex.Imaginary == 0 ? Hash(complex.Real) : complex.GetHashCode();
        }

        if (!TryFraction(value, out BigInteger n, out BigInteger d))
        {
            return TryFloat(value, out double real) ? real.GetHashCode() : 0;
        }

        BigInteger whole = BigInteger.DivRem(n, d, out BigInteger rest);
        return rest.IsZero ? whole.GetHashCode() : (value is decimal m ? (double)m : TryFloat(value, out double x) ? x : 0).GetHashCode();
    }

    private static bool TryFloat(object value, out double real)
    {
        real = value switch { double d => d, float f => f, Half h => (double)h, _ => double.NaN };
        return value is double or float or Half;
    }

    private static double ImaginaryOf(object value) => value is Complex complex ? complex.Imaginary : 0;

    private static object RealOf(object value) => value is Complex complex ? complex.Real : value;

    /// <summary>The number as n / d; false for infinities and NaN.</summary>
    private static bool TryFraction(object value, out BigInteger n, out BigInteger d)
    {
        d = BigInteger.One;
        if (TryFloat(value, out double real))
        {
            return TryFraction(real, out n, out d);
        }

        if (value is decimal m)
        {
            Span<int> parts = stackalloc int[4];
            decimal.GetBits(m, parts);

            // [low][middle][high][sign and scale]: the whole number divided by 10^scale.
            d = BigInteger.Pow(10, (parts[3] >> 16) & 0xFF);
            n = new BigInteger(new decimal(parts[0], parts[1], parts[2], parts[3] < 0, 0));
            return true;
        }

        return NumberValue.TryBigInteger(value, out n);
    }

    private static bool TryFraction(double real, out BigInteger n, out BigInteger d)
    {
        (n, d) = (BigInteger.Zero, BigInteger.One);
        if (!double.IsFinite(real))
        {
            return false;
        }

        ulong bits = BitConverter.DoubleToUInt64Bits(real);
        int exponent = (int)(bits >> 52) & 0x7FF;
        ulong fraction = bits & 0xF_FFFF_FFFF_FFFF;
        n = exponent == 0 ? fraction : fraction | (1UL << 52);
        int power = Math.Max(exponent, 1) - 1075;
        (n, d) = power >= 0 ? (n << power, BigInteger.One) : (n, BigInteger.One << -power);
        n = real < 0 ? -n : n;
        return true;
    }
}
