using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// Any number a scalar can hold, on its way from one representation to another: a whole number, a real one or a complex one.
/// Characters and truth values count as the numbers of their bits.
/// </summary>
internal readonly struct Number
{
    private readonly Int128 _integer;
    private readonly double _real;
    private readonly double _imaginary;

    public Number(Int128 integer)
    {
        _integer = integer;
        IsInteger = true;
    }

    public Number(double real, double imaginary = 0, bool isComplex = false)
    {
        _real = real;
        _imaginary = imaginary;
        IsComplex = isComplex;
    }

    public bool IsInteger { get; }

    public bool IsComplex { get; }

    public Int128 Integer => _integer;

    public double Real => _real;

    public double Imaginary => _imaginary;

    /// <summary>The value at the source.</summary>
    public static Number Load(ScalarKind kind, bool swapped, ref readonly byte source)
    {
        switch (kind)
        {
            case ScalarKind.Int8:
                return new Number((sbyte)source);
            case ScalarKind.UInt8 or ScalarKind.Char8:
                return new Number((Int128)source);
            case ScalarKind.Boolean:
                return new Number((Int128)(source != 0 ? 1 : 0));
            case ScalarKind.Int16:
                return new Number((Int128)(short)ScalarCodec.Read<ushort>(swapped, in source));
            case ScalarKind.UInt16 or ScalarKind.Utf16:
                return new Number((Int128)ScalarCodec.Read<ushort>(swapped, in source));
            case ScalarKind.Int32:
                return new Number((Int128)(int)ScalarCodec.Read<uint>(swapped, in source));
            case ScalarKind.UInt32 or ScalarKind.Utf32:
                return new Number((Int128)ScalarCodec.Read<uint>(swapped, in source));
            case ScalarKind.Int64:
                return new Number((Int128)(long)ScalarCodec.Read<ulong>(swapped, in source));
            case ScalarKind.UInt64:
                return new Number((Int128)ScalarCodec.Read<ulong>(swapped, in source));
            default:
                return LoadFloat(kind, swapped, in source);
        }
    }

    /// <summary>Stores the value in a representation that holds it.</summary>
    public void Store(ScalarKind kind, bool swapped, ref byte destination)
    {
        if (kind == ScalarKind.None)
        {
            throw Error.NoScalar();
        }

        if (IsComplex && !ScalarKinds.IsComplex(kind) && kind != ScalarKind.Boolean)
        {
            throw Error.ComplexToReal(ScalarKinds.CodeOf(kind));
        }

        if (kind == ScalarKind.Boolean)
        {
            destination = IsTrue ? (byte)1 : (byte)0;
        }
        else if (ScalarKinds.IsFloat(kind) || ScalarKinds.IsComplex(kind))
        {
            StoreFloat(kind, swapped, ref destination);
        }
        else
        {
            StoreBits(ScalarKinds.SizeOf(kind), swapped, ref destination, (ulong)(UInt128)ToInteger(kind));
        }
    }

    /// <summary>Not 0; NaN is not 0.</summary>
    public bool IsTrue => IsInteger ? _integer != 0 : _real != 0 || _imaginary != 0;

    public double ToDouble() => IsInteger ? IntegerToDouble(_integer) : _real;

    /// <summary>Two's complement of the low bytes: the caller has checked the range.</summary>
    public static void StoreBits(int size, bool swapped, ref byte destination, ulong bits)
    {
        switch (size)
        {
            case 1:
                destination = (byte)bits;
                break;
            case 2:
                ScalarCodec.Write(swapped, ref destination, (ushort)bits);
                break;
            case 4:
                ScalarCodec.Write(swapped, ref destination, (uint)bits);
                break;
            default:
                ScalarCodec.Write(swapped, ref destination, bits);
                break;
        }
    }

    private static Number LoadFloat(ScalarKind kind, bool swapped, ref readonly byte source)
    {
        switch (kind)
        {
            case ScalarKind.Float16:
                return new Number((double)BitConverter.UInt16BitsToHalf(ScalarCodec.Read<ushort>(swapped, in source)));
            case ScalarKind.Float32:
                return new Number((double)BitConverter.UInt32BitsToSingle(ScalarCodec.Read<uint>(swapped, in source)));
            case ScalarKind.Float64:
                return new Number(BitConverter.UInt64BitsToDouble(ScalarCodec.Read<ulong>(swapped, in source)));
            case ScalarKind.LongDouble:
                return new Number(LongDouble.Read(swapped, in source));
            case ScalarKind.Complex64:
                return new Number(LoadFloat(ScalarKind.Float32, swapped, in source)._real, LoadFloat(ScalarKind.Float32, swapped, in At(in source, 4))._real, true);
            case ScalarKind.Complex128:
                return new Number(LoadFloat(ScalarKind.Float64, swapped, in source)._real, LoadFloat(ScalarKind.Float64, swapped, in At(in source, 8))._real, true);
            default:
                throw Error.NoScalar();
        }
    }

    private void StoreFloat(ScalarKind kind, bool swapped, ref byte destination)
    {
        switch (kind)
        {
            case ScalarKind.Float16:
                ScalarCodec.Write(swapped, ref destination, BitConverter.HalfToUInt16Bits(ToHalf()));
                break;
            case ScalarKind.Float32:
                ScalarCodec.Write(swapped, ref destination, BitConverter.SingleToUInt32Bits(ToSingle()));
                break;
            case ScalarKind.Float64:
                ScalarCodec.Write(swapped, ref destination, BitConverter.DoubleToUInt64Bits(ToDouble()));
                break;
            case ScalarKind.LongDouble:
                LongDouble.Write(swapped, ref destination, ToDouble());
                break;
            case ScalarKind.Complex64:
                ScalarCodec.Write(swapped, ref destination, BitConverter.SingleToUInt32Bits(ToSingle()));
                ScalarCodec.Write(swapped, ref Unsafe.Add(ref destination, 4), BitConverter.SingleToUInt32Bits((float)_imaginary));
                break;
            default:
                ScalarCodec.Write(swapped, ref destination, BitConverter.DoubleToUInt64Bits(ToDouble()));
                ScalarCodec.Write(swapped, ref Unsafe.Add(ref destination, 8), BitConverter.DoubleToUInt64Bits(_imaginary));
                break;
        }
    }

    private Int128 ToInteger(ScalarKind kind)
    {
        (Int128 low, Int128 high) = ScalarKinds.Range(kind);

        // Beyond 2^65 no kind holds the value, and below it the cast is exact once the fraction is gone.
        bool representable = IsInteger || double.Abs(_real) < 3.7e19;
        Int128 value = IsInteger ? _integer : representable ? (Int128)double.Truncate(_real) : 0;
        return representable && value >= low && value <= high ? value : throw Error.ValueRange(ScalarKinds.CodeOf(kind), ValueText.Of(Shown), low, high);
    }

    // A whole number of more than 53 bits would be rounded twice on its way through double. Its bits behind the 53rd are
    // folded into that one first: the double is then exact, and the rounding to 24 bits still sees on which side of a tie it is.
    private float ToSingle()
    {
        ulong magnitude = (ulong)Int128.Abs(_integer);
        if (!IsInteger || magnitude < 1UL << 53)
        {
            return (float)ToDouble();
        }

        ulong folded = (magnitude & ~0x7FFUL) | ((magnitude & 0x7FF) != 0 ? 0x800UL : 0);
        return _integer < 0 ? -(float)(double)folded : (float)(double)folded;
    }

    private Half ToHalf()
    {
        Half half = (Half)ToDouble();
        return Half.IsInfinity(half) && !double.IsInfinity(ToDouble()) ? throw Error.HalfOverflow(ValueText.Of(Shown)) : half;
    }

    private object Shown => IsInteger ? _integer : _real;

    // Whole numbers here come from 64-bit scalars, so one of the two hardware conversions takes them.
    private static double IntegerToDouble(Int128 value) => value >= 0 ? (double)(ulong)value : (double)(long)value;

    private static ref readonly byte At(ref readonly byte source, int offset) => ref Unsafe.Add(ref Unsafe.AsRef(in source), offset);
}
