using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>
/// One item as CPython's memoryview reads and writes it: single native codes only, its classes of errors, and its conversions by
/// user code. All conversion is done before a byte is stored: user code may release the view in the meantime, so the caller
/// converts into scratch memory, checks again, and copies.
/// </summary>
internal static class PythonItem
{
    /// <summary>The value of an item of a native code.</summary>
    /// <exception cref="ViewNotSupportedException">The format has no native code.</exception>
    public static object? Unpack(ItemFormat format, ReadOnlySpan<byte> item) =>
        format.NativeCode != '\0' ? format.Read(item) : throw Error.NotNativeItem(format.Text);

    /// <summary>Converts a value and stores it in scratch memory of at least the item's size.</summary>
    /// <exception cref="ItemTypeException">Python: TypeError.</exception>
    /// <exception cref="ItemRangeException">Python: ValueError.</exception>
    /// <exception cref="ViewNotSupportedException">The format has no native code.</exception>
    public static void Pack(ItemFormat format, object? value, Span<byte> scratch)
    {
        switch (format.NativeCode)
        {
            case '\0':
                throw Error.NotNativeItem(format.Text);
            case '?':
                scratch[0] = PythonNumber.IsTrue(value) ? (byte)1 : (byte)0;
                break;
            case 'c':
                scratch[0] = ToByte(format, value);
                break;
            case 'e' or 'f' or 'd':
                new Number(ToReal(format, value)).Store(format.Scalar, swapped: false, ref scratch[0]);
                break;
            default:
                Number.StoreBits((int)format.Size, swapped: false, ref scratch[0], ToBits(format, value));
                break;
        }
    }

    // bytes alone: not bytearray, which is another type here too.
    private static byte ToByte(ItemFormat format, object? value) => value is not byte[] bytes
        ? throw Error.ValueType(format.Text, ValueText.Of(value), "bytes of length 1")
        : bytes.Length == 1 ? bytes[0] : throw Error.ByteCount(format.Text, bytes.Length);

    private static double ToReal(ItemFormat format, object? value) => !PythonNumber.TryFloat(value, out double real, out bool overflow)
        ? throw Error.ValueType(format.Text, ValueText.Of(value), "a float")
        : overflow ? throw Error.DoubleOverflow(format.Text, ValueText.Of(value)) : ValueConverter.ToReal(format.Scalar, real, format.Text);

    // An address takes an int itself, without __index__.
    private static ulong ToBits(ItemFormat format, object? value)
    {
        if ((format.NativeCode == 'P' && !PythonNumber.IsInt(value)) || !PythonNumber.TryIndex(value, out BigInteger index))
        {
            throw Error.ValueType(format.Text, ValueText.Of(value), "an integer");
        }

        return ValueConverter.ToBits(format.NativeCode, format.Scalar, index, format.Text);
    }
}
