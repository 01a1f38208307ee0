using System;
using System.Collections;
using System.Linq;
using System.Numerics;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Values side by side: what the library gave and what the model expects, and what Python's == says of two.</summary>
internal static class Values
{
    /// <summary>Whether a boxed value is exactly the one expected: type, bits, and every part of records and arrays.</summary>
    public static bool Matches(object? given, object? expected) => expected switch
    {
        ManyModel many => many.Matches(given),
        CodePoint point => given is string text && text == point.Text,
        byte[] bytes => given is byte[] other && bytes.AsSpan().SequenceEqual(other),
        _ => given is not null && given.GetType() == expected!.GetType() && SameBits(given, expected),
    };

    /// <summary>Python's ==.</summary>
    public static bool Equal(object? a, object? b)
    {
        if (a is ManyModel || b is ManyModel)
        {
            return a is ManyModel left && b is ManyModel right && left.Equal(right);
        }

        if (a is byte[] || b is byte[])
        {
            return a is byte[] x && b is byte[] y && x.AsSpan().SequenceEqual(y);
        }

        if (IsText(a) || IsText(b))
        {
            return IsText(a) && IsText(b) && TextOf(a!).Equals(TextOf(b!));
        }

        return EqualNumbers(a!, b!);
    }

    public static bool HoldsNaN(object? value) => value switch
    {
        Half half => Half.IsNaN(half),
        float single => float.IsNaN(single),
        double wide => double.IsNaN(wide),
        Complex complex => double.IsNaN(complex.Real) || double.IsNaN(complex.Imaginary),
        object?[] many => many.Any(HoldsNaN),
        Array many => many.Cast<object?>().Any(HoldsNaN),
        _ => false,
    };

    public static string Show(object? value) => value switch
    {
        null => "null",
        byte[] bytes => $"b'{System.Convert.ToHexString(bytes)}'",
        ManyModel many => many.ToString(),
        string text => $"\"{text}\"",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value} ({value.GetType().Name})"),
    };

    private static bool SameBits(object a, object b) => (a, b) switch
    {
        (Half x, Half y) => BitConverter.HalfToUInt16Bits(x) == BitConverter.HalfToUInt16Bits(y),
        (float x, float y) => BitConverter.SingleToUInt32Bits(x) == BitConverter.SingleToUInt32Bits(y),
        (double x, double y) => BitConverter.DoubleToUInt64Bits(x) == BitConverter.DoubleToUInt64Bits(y),
        (Complex x, Complex y) => SameBits(x.Real, y.Real) && SameBits(x.Imaginary, y.Imaginary),
        _ => a.Equals(b),
    };

    private static bool IsText(object? value) => value is char or string or CodePoint;

    private static object TextOf(object value) => value is char c ? (long)c : value is CodePoint point ? (long)point.Number : value;

    private static bool EqualNumbers(object a, object b)
    {
        if (a is Complex || b is Complex)
        {
            Complex x = a is Complex left ? left : default, y = b is Complex right ? right : default;
            return x.Imaginary == y.Imaginary && EqualNumbers(a is Complex ? x.Real : a, b is Complex ? y.Real : b);
        }

        Int128? n = Numbers.WholeOf(a), m = Numbers.WholeOf(b);
        return n is not null && m is not null ? n == m
            : n is not null ? Equal(n.Value, Numbers.DoubleOf(b)!.Value)
            : m is not null ? Equal(m.Value, Numbers.DoubleOf(a)!.Value)
            : Numbers.DoubleOf(a) == Numbers.DoubleOf(b);
    }

    private static bool Equal(Int128 whole, double real) => double.IsFinite(real) && double.IsInteger(real) && new BigInteger(real) == (BigInteger)whole;
}
