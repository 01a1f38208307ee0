using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace MemoryViews;

/// <summary>Values to bytes by the rules of struct.pack, one after the other.</summary>
internal static class StructPacker
{
    public static void Pack(FormatPlan plan, Span<byte> bytes, object?[] values, string format)
    {
        int at = 0;
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Values; i++)
            {
                PackOne(slot, bytes[(int)(slot.Offset + (i * slot.Size))..], values[at++], format);
            }
        }
    }

    private static void PackOne(FormatSlot slot, Span<byte> bytes, object? value, string format)
    {
        switch (slot.Code)
        {
            case '?':
                bytes[0] = PythonNumber.IsTrue(value) ? (byte)1 : (byte)0;
                break;
            case 'c':
                bytes[0] = value is byte[] { Length: 1 } single ? single[0] : throw Error.StructValue(format, ValueText.Of(value), "bytes of length 1");
                break;
            case 's' or 'p':
                ItemWriter.WriteBytes(slot.Code, bytes[..(int)slot.Length], ToBytes(value, format));
                break;
            case 'e' or 'f' or 'd':
                new Number(ToReal(slot, value, format)).Store(slot.Kind, slot.IsSwapped, ref bytes[0]);
                break;
            default:
                Number.StoreBits((int)slot.Size, slot.IsSwapped, ref bytes[0], ToBits(slot, value, format));
                break;
        }
    }

    // byte[] stands for bytes and memory for bytearray; nothing else is taken.
    private static ReadOnlySpan<byte> ToBytes(object? value, string format) => value switch
    {
        byte[] bytes => bytes,
        ReadOnlyMemory<byte> memory => memory.Span,
        Memory<byte> memory => memory.Span,
        _ => throw Error.StructValue(format, ValueText.Of(value), "bytes"),
    };

    private static ulong ToBits(FormatSlot slot, object? value, string format)
    {
        if (!TryIndex(slot, value, out BigInteger index))
        {
            throw Error.StructValue(format, ValueText.Of(value), "an integer");
        }

        (Int128 low, Int128 high) = ScalarKinds.Range(slot.Kind);
        low = slot.Code == 'P' ? -(high / 2) - 1 : low;
        return index >= low && index <= high
            ? (ulong)(UInt128)(Int128)index
            : throw Error.StructRange(slot.Code == 'P' && !PythonNumber.IsInt(value) ? ViewErrorCode.ValueOverflow : ViewErrorCode.StructError, format, ValueText.Of(value), low, high);
    }

    // An OverflowError of __index__ counts as a number out of range, but not where CPython converts by another way: addresses, and
    // q and Q in foreign order. Whatever else it raises is the caller's to see.
    private static bool TryIndex(FormatSlot slot, object? value, out BigInteger index)
    {
        try
        {
            return PythonNumber.TryIndex(value, out index);
        }
        catch (OverflowException error) when (error is not IViewException && slot.Code != 'P' && !(slot.IsSwapped && slot.Code is 'q' or 'Q'))
        {
            index = default;
            return false;
        }
    }

    // struct turns whatever __float__ raises into its own error. A float too large for e, or for f in standard size, is an
    // OverflowError; an int too large for them is a struct.error. A native f becomes infinity.
    private static double ToReal(FormatSlot slot, object? value, string format)
    {
        if (!TryFloat(value, out double real))
        {
            throw Error.StructValue(format, ValueText.Of(value), "a float");
        }

        bool standard = FormatParser.IsStandard(slot.Source.Order);
        bool overflow = double.IsFinite(real) && slot.Code switch
        {
            'e' => Half.IsInfinity((Half)real),
            'f' => standard && float.IsInfinity((float)real),
            _ => false,
        };
        ViewErrorCode code = PythonNumber.IsInt(value) ? ViewErrorCode.StructError : ViewErrorCode.ValueOverflow;
        return overflow ? throw Error.StructFloatRange(code, format, ValueText.Of(value)) : real;
    }

    [SuppressMessage("Design", "CA1031", Justification = "User code may throw anything, and struct does not look at what it was.")]
    private static bool TryFloat(object? value, out double real)
    {
        try
        {
            return PythonNumber.TryFloat(value, out real, out bool overflow) && !overflow;
        }
        catch (Exception)
        {
            real = 0;
            return false;
        }
    }
}
