using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>Bytes to values, by the plan of a format. Callers have checked that the item's bytes are all there.</summary>
internal static class ItemReader
{
    public static object? Read(FormatPlan plan, ReadOnlySpan<byte> item) =>
        plan.Single is { } slot ? ReadValue(slot, item.Slice((int)slot.Offset)) : ReadRecord(plan, item);

    /// <summary>All values of a plan, without names: what struct.unpack gives.</summary>
    public static object?[] ReadValues(FormatPlan plan, ReadOnlySpan<byte> item)
    {
        object?[] values = new object?[plan.ValueCount];
        int at = 0;
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Values; i++)
            {
                values[at++] = ReadValue(slot, item.Slice((int)(slot.Offset + (i * slot.Size))));
            }
        }

        return values;
    }

    public static Record ReadRecord(FormatPlan plan, ReadOnlySpan<byte> item) => new(ReadValues(plan, item), plan.Names);

    private static object? ReadValue(FormatSlot slot, ReadOnlySpan<byte> bytes) =>
        slot.Shape is null ? ReadUnit(slot, bytes) : SubArrays.Read(slot, bytes);

    /// <summary>One unit: not the whole array of a shaped slot.</summary>
    public static object? ReadUnit(FormatSlot slot, ReadOnlySpan<byte> bytes)
    {
        switch (slot.Code)
        {
            case 'T':
                return ReadRecord(slot.Record!, bytes);
            case 's':
                return bytes[..(int)slot.Length].ToArray();
            case 'p':
                return ReadPascal(bytes[..(int)slot.Length]);
            case 'u' or 'w' when slot.IsCounted || slot.Code == 'w':
                return TextCodec.Read(slot, bytes);
            case 'c':
                return new[] { bytes[0] };
            case 'G' when slot.Kind == ScalarKind.None:
                int half = (int)slot.Size / 2;
                return new Complex(LongDouble.Read(slot.IsSwapped, in bytes[0]), LongDouble.Read(slot.IsSwapped, in bytes[half]));
            default:
                return ReadScalar(slot, in bytes[0]);
        }
    }

    private static object ReadScalar(FormatSlot slot, ref readonly byte source)
    {
        bool swapped = slot.IsSwapped;
        return slot.Code switch
        {
            'n' => ScalarCodec.Load<nint>(slot.Kind, swapped, in source),
            'N' or 'P' => ScalarCodec.Load<nuint>(slot.Kind, swapped, in source),
            _ => slot.Kind switch
            {
                ScalarKind.Int8 => (sbyte)source,
                ScalarKind.UInt8 => source,
                ScalarKind.Boolean => source != 0,
                ScalarKind.Int16 => (short)ScalarCodec.Read<ushort>(swapped, in source),
                ScalarKind.UInt16 => ScalarCodec.Read<ushort>(swapped, in source),
                ScalarKind.Int32 => (int)ScalarCodec.Read<uint>(swapped, in source),
                ScalarKind.UInt32 => ScalarCodec.Read<uint>(swapped, in source),
                ScalarKind.Int64 => (long)ScalarCodec.Read<ulong>(swapped, in source),
                ScalarKind.UInt64 => ScalarCodec.Read<ulong>(swapped, in source),
                ScalarKind.Utf16 => (char)ScalarCodec.Read<ushort>(swapped, in source),
                ScalarKind.Float16 => BitConverter.UInt16BitsToHalf(ScalarCodec.Read<ushort>(swapped, in source)),
                ScalarKind.Float32 => BitConverter.UInt32BitsToSingle(ScalarCodec.Read<uint>(swapped, in source)),
                ScalarKind.Complex64 or ScalarKind.Complex128 => ScalarCodec.Load<Complex>(slot.Kind, swapped, in source),
                _ => ScalarCodec.Load<double>(slot.Kind, swapped, in source),
            },
        };
    }

    // [length][bytes...]: a length beyond the field is cut to it; a field of no bytes holds no length and is empty.
    private static byte[] ReadPascal(ReadOnlySpan<byte> field) =>
        field.IsEmpty ? [] : field.Slice(1, Math.Min(field[0], field.Length - 1)).ToArray();
}
