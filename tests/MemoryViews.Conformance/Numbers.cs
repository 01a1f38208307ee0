using System;
using System.Numerics;

namespace MemoryViews.Conformance;

/// <summary>Python's int among .NET's types.</summary>
internal static class Integers
{
    public static bool TryRead(object? value, out BigInteger result)
    {
        BigInteger? integer = value switch
        {
            sbyte or short or int or long or nint => (BigInteger)Convert.ToInt64(value is nint native ? (long)native : value, null),
            byte or ushort or uint or ulong or nuint => (BigInteger)Convert.ToUInt64(value is nuint native ? (ulong)native : value, null),
            BigInteger big => big,
            Int128 wide => wide,
            UInt128 wide => wide,
            _ => null,
        };
        result = integer ?? 0;
        return integer is not null;
    }
}

/// <summary>Python's float among .NET's types.</summary>
internal static class Doubles
{
    public static bool TryRead(object? value, out double result)
    {
        double? real = value switch
        {
            double wide => wide,
            float narrow => narrow,
            Half half => (double)half,
            _ => null,
        };
        result = real ?? 0;
        return real is not null;
    }
}
