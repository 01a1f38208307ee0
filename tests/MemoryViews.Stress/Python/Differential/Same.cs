using System;
using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Whether two plain values are the same one: of the same Python class, and floats bit by bit except for what a NaN carries.</summary>
internal static class Same
{
    public static bool Values(object? a, object? b) => a switch
    {
        null => b is null,
        bool truth => b is bool other && truth == other,
        Complex number => b is Complex other && Reals(number.Real, other.Real) && Reals(number.Imaginary, other.Imaginary),
        string text => b is string other && text == other,
        byte[] bytes => b is byte[] other && bytes.AsSpan().SequenceEqual(other),
        object?[] tuple => b is object?[] other && Lists(tuple, other),
        IReadOnlyList<object?> list => b is IReadOnlyList<object?> and not object?[] && Lists(list, (IReadOnlyList<object?>)b),
        _ => Real(a) is { } real ? Real(b) is { } other && Reals(real, other) : Integer(a) is { } number && Integer(b) == number,
    };

    private static bool Lists(IReadOnlyList<object?> a, IReadOnlyList<object?> b)
    {
        bool same = a.Count == b.Count;
        for (int i = 0; same && i < a.Count; i++)
        {
            same = Values(a[i], b[i]);
        }

        return same;
    }

    private static bool Reals(double a, double b) => double.IsNaN(a) ? double.IsNaN(b) : BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private static double? Real(object? value) => value switch
    {
        double real => real,
        float real => real,
        Half real => (double)real,
        _ => null,
    };

    private static BigInteger? Integer(object? value) => value switch
    {
        long number => number,
        int number => number,
        nint number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        uint number => number,
        ulong number => number,
        nuint number => number,
        Int128 number => number,
        UInt128 number => number,
        BigInteger number => number,
        _ => null,
    };
}
