using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>The numbers among objects: which .NET values count as whole, which as real, and what they are worth.</summary>
internal static class NumberValue
{
    /// <summary>A whole number of any .NET type, truth values and characters included; false for everything else, floats too.</summary>
    public static bool TryInteger(object? value, out BigInteger big, out Int128 small, out bool fits)
    {
        big = default;
        fits = true;
        switch (value)
        {
            case int or long or short or sbyte or byte or ushort or uint or char or bool:
                small = Convert.ToInt64(value is char c ? (ushort)c : value, null);
                return true;
            case ulong or nuint:
                small = value is ulong whole ? whole : (ulong)(nuint)value;
                return true;
            case nint native:
                small = native;
                return true;
            case Int128 wide:
                small = wide;
                return true;
            case UInt128 or BigInteger:
                big = value is UInt128 unsigned ? unsigned : (BigInteger)value;
                fits = big >= Int128.MinValue && big <= Int128.MaxValue;
                small = fits ? (Int128)big : default;
                return true;
            case Enum named:
                return TryInteger(Convert.ChangeType(named, named.GetTypeCode(), null), out big, out small, out fits);
            default:
                small = default;
                return false;
        }
    }

    /// <summary>A whole number as an arbitrary-precision one.</summary>
    public static bool TryBigInteger(object? value, out BigInteger result)
    {
        bool isInteger = TryInteger(value, out BigInteger big, out Int128 small, out bool fits);
        result = fits ? small : big;
        return isInteger;
    }

    /// <summary>Any real number as the nearest double; a whole number too large for one gives infinity and says so.</summary>
    public static bool TryReal(object? value, out double real, out bool overflow)
    {
        overflow = false;
        switch (value)
        {
            case double d:
                real = d;
                return true;
            case float f:
                real = f;
                return true;
            case Half h:
                real = (double)h;
                return true;
            case decimal m:
                real = (double)m;
                return true;
        }

        if (!TryInteger(value, out BigInteger big, out Int128 small, out bool fits))
        {
            real = 0;
            return false;
        }

        real = fits && small >= long.MinValue && small <= long.MaxValue ? (long)small : Rounding.ToDouble(fits ? small : big);
        overflow = double.IsInfinity(real);
        return true;
    }
}
