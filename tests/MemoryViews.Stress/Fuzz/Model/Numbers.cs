using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Conversion of numbers by value, the slow and plain way: whole numbers in 128 bits, roundings by way of decimal text.</summary>
internal static class Numbers
{
    /// <summary>The bytes of a .NET value as a scalar, lowest first, whatever the scalar's byte order; null when it does not hold the value.</summary>
    public static byte[]? Convert(object value, ScalarModel to)
    {
        if (IsComplex(value) && to.Family is not (Family.Complex or Family.Truth))
        {
            return null;
        }

        switch (to.Family)
        {
            case Family.Truth:
                return [IsTrue(value) ? (byte)1 : (byte)0];
            case Family.Float:
                return Float(RealOf(value), to.Size);
            case Family.Complex:
                byte[]? real = Float(RealOf(value), to.Size / 2);
                byte[]? imaginary = Float(value is Complex complex ? complex.Imaginary : 0.0, to.Size / 2);
                return real is null || imaginary is null ? null : [.. real, .. imaginary];
            default:
                return Whole(value, to);
        }
    }

    /// <summary>Whether a value of one kind is refused by another whatever it is.</summary>
    public static bool NeverFits(ScalarModel from, ScalarModel to) => from.Family == Family.Complex && to.Family is not (Family.Complex or Family.Truth);

    public static bool IsComplex(object value) => value is Complex;

    /// <summary>Any whole number, character or truth value; null for the others.</summary>
    public static Int128? WholeOf(object value) => value switch
    {
        bool truth => truth ? 1 : 0,
        char c => c,
        CodePoint point => point.Number,
        byte[] { Length: 1 } single => single[0],
        sbyte x => x,
        byte x => x,
        short x => x,
        ushort x => x,
        int x => x,
        uint x => x,
        long x => x,
        ulong x => x,
        nint x => x,
        nuint x => x,
        _ => null,
    };

    public static double? DoubleOf(object value) => value switch
    {
        Half half => (double)half,
        float single => single,
        double wide => wide,
        _ => null,
    };

    private static object RealOf(object value) => value is Complex complex ? complex.Real : value;

    private static bool IsTrue(object value) => value is Complex complex ? complex != Complex.Zero
        : WholeOf(value) is { } whole ? whole != 0 : DoubleOf(value) != 0;

    // The runtime reads decimal text with one correct rounding, which is what a conversion of a whole number should be.
    private static byte[]? Float(object value, int size)
    {
        string? digits = WholeOf(value)?.ToString(CultureInfo.InvariantCulture);
        double wide = digits is null ? DoubleOf(value)!.Value : double.Parse(digits, CultureInfo.InvariantCulture);
        byte[] bytes = new byte[size];
        switch (size)
        {
            case 2:
                BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)wide);
                return Half.IsInfinity((Half)wide) && double.IsFinite(wide) ? null : bytes;
            case 4:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, digits is null ? (float)wide : float.Parse(digits, CultureInfo.InvariantCulture));
                return bytes;
            default:
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, wide);
                return bytes;
        }
    }

    private static byte[]? Whole(object value, ScalarModel to)
    {
        if (DoubleOf(value) is { } real && (!double.IsFinite(real) || double.Abs(real) > 1e30))
        {
            return null;
        }

        Int128 whole = WholeOf(value) ?? (Int128)double.Truncate(DoubleOf(value)!.Value);
        Int128 most = Int128.One << (to.Family == Family.Signed ? (8 * to.Size) - 1 : 8 * to.Size);
        Int128 least = to.Family == Family.Signed ? -most : 0;
        if (whole < least || whole >= most)
        {
            return null;
        }

        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteInt128LittleEndian(bytes, whole);
        return bytes[..to.Size];
    }
}
