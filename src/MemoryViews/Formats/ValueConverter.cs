using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>One value as what a scalar stores, or the reason why not: the wrong type, or out of range.</summary>
internal static class ValueConverter
{
    /// <summary>The bits of a whole number that the kind holds. An address may be negative: its bits are stored.</summary>
    public static ulong ToBits(char code, ScalarKind kind, object? value, string format)
    {
        if (!NumberValue.TryInteger(value, out _, out Int128 integer, out bool fits))
        {
            throw Error.ValueType(format, ValueText.Of(value), "an integer");
        }

        (Int128 low, Int128 high) = ScalarKinds.Range(kind);
        low = code == 'P' ? -(high / 2) - 1 : low;
        return fits && integer >= low && integer <= high ? (ulong)(UInt128)integer : throw Error.ValueRange(format, ValueText.Of(value), low, high);
    }

    /// <summary>Any number as a double. e refuses what would round to infinity; f stores infinity, as Python does.</summary>
    public static double ToReal(ScalarKind kind, object? value, string format)
    {
        if (!NumberValue.TryReal(value, out double real, out bool overflow))
        {
            throw Error.ValueType(format, ValueText.Of(value), "a number");
        }

        bool half = kind == ScalarKind.Float16 && double.IsFinite(real) && Half.IsInfinity((Half)real);
        return overflow ? throw Error.DoubleOverflow(format, ValueText.Of(value)) : half ? throw Error.HalfOverflow(ValueText.Of(value), format) : real;
    }

    public static Complex ToComplex(object? value, string format) => value is Complex complex ? complex
        : NumberValue.TryReal(value, out double real, out bool overflow) && !overflow ? new Complex(real, 0)
        : throw (overflow ? Error.DoubleOverflow(format, ValueText.Of(value)) : Error.ValueType(format, ValueText.Of(value), "a complex number"));

    public static ReadOnlySpan<byte> ToBytes(object? value, string format) => value switch
    {
        byte[] bytes => bytes,
        ReadOnlyMemory<byte> memory => memory.Span,
        Memory<byte> memory => memory.Span,
        _ => throw Error.ValueType(format, ValueText.Of(value), "bytes"),
    };

    /// <summary>A byte, or bytes of length 1.</summary>
    public static byte ToByte(object? value, string format)
    {
        if (value is byte single)
        {
            return single;
        }

        ReadOnlySpan<byte> bytes = ToBytes(value, format);
        return bytes.Length == 1 ? bytes[0] : throw Error.ByteCount(format, bytes.Length);
    }
}
