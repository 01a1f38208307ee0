using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>Exact rounding to double, half to even, where the runtime has no conversion that is.</summary>
internal static class Rounding
{
    /// <summary>mantissa * 2^exponent, rounded once; infinity when too large.</summary>
    public static double ToDouble(UInt128 mantissa, int exponent)
    {
        int length = 128 - (int)UInt128.LeadingZeroCount(mantissa);
        int top = exponent + length - 1;
        if (mantissa == 0 || top < -1075)
        {
            return 0;
        }

        if (top > 1023)
        {
            return double.PositiveInfinity;
        }

        // 53 bits for a normal number, fewer below 2^-1022: the last bit of any double is worth 2^-1074 at least.
        int drop = length - (top >= -1022 ? 53 : top + 1075);
        if (drop > 0)
        {
            mantissa = DropBits(mantissa, drop);
            exponent += drop;
        }

        // At most 53 bits are left (54 when rounding carried into a power of two), so both steps are exact.
        return Math.ScaleB((double)(ulong)mantissa, exponent);
    }

    /// <summary>A whole number of any length as a double, or infinity. The runtime's own cast ignores all bits behind the first 64.</summary>
    public static double ToDouble(BigInteger value)
    {
        BigInteger magnitude = BigInteger.Abs(value);
        long length = magnitude.GetBitLength();
        if (length > 1024)
        {
            return value.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // 120 bits, with everything behind them folded into the last: enough for one correct rounding.
        int drop = (int)Math.Max(0, length - 120);
        BigInteger kept = magnitude >> drop;
        bool sticky = drop > 0 && kept << drop != magnitude;
        double rounded = ToDouble((UInt128)kept | (sticky ? UInt128.One : 0), drop);
        return value.Sign < 0 ? -rounded : rounded;
    }

    private static UInt128 DropBits(UInt128 value, int count)
    {
        if (count >= 128)
        {
            return 0;
        }

        UInt128 kept = value >> count, rest = value - (kept << count), half = UInt128.One << (count - 1);
        return rest > half || (rest == half && (kept & 1) == 1) ? kept + 1 : kept;
    }
}
