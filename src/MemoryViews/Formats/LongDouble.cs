using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// C's long double where it takes 16 bytes. In the host's (little-endian) order:
/// <code>
/// x87:  [ 64-bit mantissa, leading 1 written out ][ 15-bit exponent, sign ][ 6 bytes unused ]
/// quad: [ 112-bit fraction                                ][ 15-bit exponent, sign          ]
/// </code>
/// Both count the exponent from 16383. Values are read as the nearest double; every double is stored exactly.
/// </summary>
internal static class LongDouble
{
    private const int Bias = 16383;
    private const int AllOnes = 0x7FFF;

    private static bool IsQuad => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    public static double Read(bool swapped, ref readonly byte source)
    {
        ulong low = ScalarCodec.Read<ulong>(swapped, in source);
        ulong high = ScalarCodec.Read<ulong>(swapped, in Unsafe.Add(ref Unsafe.AsRef(in source), 8));
        (low, high) = swapped ? (high, low) : (low, high);
        return IsQuad ? FromQuad(low, high) : FromExtended(low, (ushort)high);
    }

    public static void Write(bool swapped, ref byte destination, double value)
    {
        (ulong low, ulong high) = IsQuad ? ToQuad(value) : ToExtended(value);
        (low, high) = swapped ? (high, low) : (low, high);
        ScalarCodec.Write(swapped, ref destination, low);
        ScalarCodec.Write(swapped, ref Unsafe.Add(ref destination, 8), high);
    }

    public static double FromExtended(ulong mantissa, ushort top)
    {
        int exponent = top & AllOnes;
        ulong fraction = mantissa << 1;
        double magnitude = exponent == AllOnes ? Special(fraction >> 12, fraction == 0) : Rounding.ToDouble(mantissa, Math.Max(exponent, 1) - Bias - 63);
        return (top & 0x8000) != 0 ? -magnitude : magnitude;
    }

    public static double FromQuad(ulong low, ulong high)
    {
        int exponent = (int)(high >> 48) & AllOnes;
        UInt128 fraction = new(high & 0xFFFF_FFFF_FFFF, low);
        double magnitude = exponent == AllOnes
            ? Special((ulong)(fraction >> 60), fraction == 0)
            : Rounding.ToDouble(exponent == 0 ? fraction : fraction | (UInt128.One << 112), Math.Max(exponent, 1) - Bias - 112);
        return high >> 63 != 0 ? -magnitude : magnitude;
    }

    public static (ulong Low, ulong High) ToExtended(double value)
    {
        (ulong sign, int exponent, ulong mantissa) = Split(value);
        return (mantissa, (sign << 15) | (uint)exponent);
    }

    public static (ulong Low, ulong High) ToQuad(double value)
    {
        (ulong sign, int exponent, ulong mantissa) = Split(value);

        // 63 bits stand behind the leading one; a quad has 112 places for them.
        UInt128 fraction = (UInt128)(mantissa << 1) << 48;
        return ((ulong)fraction, (sign << 63) | ((ulong)exponent << 48) | (ulong)(fraction >> 64));
    }

    // A NaN keeps the first 52 bits of its payload; when those are all 0 it must not turn into infinity.
    private static double Special(ulong payload, bool isInfinity) =>
        BitConverter.UInt64BitsToDouble((0x7FFUL << 52) | (isInfinity || payload != 0 ? payload : 1UL << 51));

    /// <summary>Sign, exponent counted from 16383, and a 64-bit mantissa whose first bit is 1 except for zero.</summary>
    private static (ulong Sign, int Exponent, ulong Mantissa) Split(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        ulong sign = bits >> 63, fraction = bits << 12;
        int exponent = (int)(bits >> 52) & 0x7FF;
        if (exponent == 0x7FF)
        {
            return (sign, AllOnes, (fraction >> 1) | (1UL << 63));
        }

        if (exponent != 0)
        {
            return (sign, exponent - 1023 + Bias, (fraction >> 1) | (1UL << 63));
        }

        int zeros = (int)ulong.LeadingZeroCount(fraction);
        return fraction == 0 ? (sign, 0, 0) : (sign, -1023 - zeros + Bias, fraction << zeros);
    }
}
