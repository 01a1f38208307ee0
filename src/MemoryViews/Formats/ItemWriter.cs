using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// Values to bytes, by the plan of a format. Values can be refused, and lists can be anybody's code: everything is written into a
/// copy of the item first, which replaces the item when all of it is right. Padding keeps the bytes it had.
/// </summary>
internal static class ItemWriter
{
    private const int MostOnStack = 512;

    public static void Write(FormatPlan plan, Span<byte> item, object? value, string format)
    {
        item = item[..(int)plan.Size];

        // One scalar converts before it stores: it needs no copy.
        if (plan.Single is { Shape: null, Record: null } scalar)
        {
            WriteUnit(scalar, item[(int)scalar.Offset..], value, format);
            return;
        }

        byte[]? rented = item.Length > MostOnStack ? ArrayPool<byte>.Shared.Rent(item.Length) : null;
        Span<byte> copy = rented is null ? stackalloc byte[MostOnStack] : rented;
        copy = copy[..item.Length];
        try
        {
            item.CopyTo(copy);
            WritePlan(plan, copy, value, format);
            copy.CopyTo(item);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>One unit: not the whole array of a shaped slot. Nothing is stored when the value is refused, except in records.</summary>
    public static void WriteUnit(FormatSlot slot, Span<byte> bytes, object? value, string format)
    {
        switch (slot.Code)
        {
            case 'T':
                WriteValues(slot.Record!, bytes, value, format);
                break;
            case 's' or 'p':
                WriteBytes(slot.Code, bytes[..(int)slot.Length], ValueConverter.ToBytes(value, format));
                break;
            case 'u' or 'w':
                TextCodec.Write(slot, bytes, value, format);
                break;
            case 'c':
                bytes[0] = ValueConverter.ToByte(value, format);
                break;
            default:
                WriteScalar(slot, ref bytes[0], value, format);
                break;
        }
    }

    /// <summary>Cuts or zero-pads; p starts with the length that fits into it.</summary>
    public static void WriteBytes(char code, Span<byte> field, ReadOnlySpan<byte> value)
    {
        Span<byte> room = code == 'p' && !field.IsEmpty ? field[1..] : field;
        int length = Math.Min(value.Length, room.Length);
        value[..length].CopyTo(room);
        room[length..].Clear();
        if (code == 'p' && !field.IsEmpty)
        {
            field[0] = (byte)Math.Min(length, 255);
        }
    }

    private static void WritePlan(FormatPlan plan, Span<byte> item, object? value, string format)
    {
        if (plan.Single is { } slot)
        {
            WriteValue(slot, item[(int)slot.Offset..], value, format);
        }
        else
        {
            WriteValues(plan, item, value, format);
        }
    }

    private static void WriteValues(FormatPlan plan, Span<byte> item, object? value, string format)
    {
        RecordSource source = new(value);
        if (source.Count != plan.ValueCount)
        {
            throw source.Count < 0 ? Error.ValueType(format, ValueText.Of(value), "a Record, a tuple or a list") : Error.RecordCount(format, source.Count, plan.ValueCount);
        }

        int at = 0;
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Values; i++)
            {
                WriteValue(slot, item[(int)(slot.Offset + (i * slot.Size))..], source[at++], format);
            }
        }
    }

    private static void WriteValue(FormatSlot slot, Span<byte> bytes, object? value, string format)
    {
        if (slot.Shape is null)
        {
            WriteUnit(slot, bytes, value, format);
        }
        else
        {
            SubArrays.Write(slot, bytes, value, format);
        }
    }

    private static void WriteScalar(FormatSlot slot, ref byte destination, object? value, string format)
    {
        ScalarKind kind = slot.Kind;
        if (slot.Code == '?')
        {
            destination = TruthValue.Of(value) ? (byte)1 : (byte)0;
        }
        else if (slot.Code is 'F' or 'D' or 'G')
        {
            WriteComplex(slot, ref destination, ValueConverter.ToComplex(value, format));
        }
        else if (ScalarKinds.IsFloat(kind))
        {
            new Number(ValueConverter.ToReal(kind, value, format)).Store(kind, slot.IsSwapped, ref destination);
        }
        else
        {
            Number.StoreBits((int)slot.Size, slot.IsSwapped, ref destination, ValueConverter.ToBits(slot.Code, kind, value, format));
        }
    }

    private static void WriteComplex(FormatSlot slot, ref byte destination, Complex value)
    {
        if (slot.Kind != ScalarKind.None)
        {
            ScalarCodec.Store(slot.Kind, slot.IsSwapped, ref destination, value);
            return;
        }

        LongDouble.Write(slot.IsSwapped, ref destination, value.Real);
        LongDouble.Write(slot.IsSwapped, ref Unsafe.Add(ref destination, (int)slot.Size / 2), value.Imaginary);
    }
}
