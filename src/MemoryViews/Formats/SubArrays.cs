using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Sub-arrays as .NET arrays of the same rank: int[2,3] for (2,3)i, object[...] for units that are no .NET number.</summary>
internal static class SubArrays
{
    public static Array Read(FormatSlot slot, ReadOnlySpan<byte> bytes) => slot.Code switch
    {
        'n' => Fill<nint>(slot, bytes),
        'N' or 'P' => Fill<nuint>(slot, bytes),
        'F' or 'D' => Fill<Complex>(slot, bytes),
        'g' => Fill<double>(slot, bytes),
        _ => slot.Kind switch
        {
            ScalarKind.Int8 => Fill<sbyte>(slot, bytes),
            ScalarKind.UInt8 => Fill<byte>(slot, bytes),
            ScalarKind.Int16 => Fill<short>(slot, bytes),
            ScalarKind.UInt16 => Fill<ushort>(slot, bytes),
            ScalarKind.Int32 => Fill<int>(slot, bytes),
            ScalarKind.UInt32 => Fill<uint>(slot, bytes),
            ScalarKind.Int64 => Fill<long>(slot, bytes),
            ScalarKind.UInt64 => Fill<ulong>(slot, bytes),
            ScalarKind.Float16 => Fill<Half>(slot, bytes),
            ScalarKind.Float32 => Fill<float>(slot, bytes),
            ScalarKind.Float64 => Fill<double>(slot, bytes),
            ScalarKind.Boolean => Fill<bool>(slot, bytes),
            ScalarKind.Utf16 when !slot.IsCounted => Fill<char>(slot, bytes),
            _ => FillObjects(slot, bytes),
        },
    };

    /// <summary>Stores an array of the slot's shape, or lists nested as deep.</summary>
    public static void Write(FormatSlot slot, Span<byte> bytes, object? value, string format)
    {
        nint at = 0;
        WriteAxis(slot, bytes, value, 0, ref at, format);
    }

    /// <summary>An array of T of any rank the runtime has, without asking ahead-of-time compiled programs for code they may not hold.</summary>
    public static Array Create<T>(ReadOnlySpan<nint> shape)
    {
        switch (shape)
        {
            case [nint n]:
                return new T[n];
            case [nint n, nint m]:
                return new T[n, m];
            case [nint n, nint m, nint k]:
                return new T[n, m, k];
            case [nint n, nint m, nint k, nint j]:
                return new T[n, m, k, j];
        }

        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw Error.ArrayRank(shape.Length);
        }

        int[] lengths = new int[shape.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = (int)shape[i];
        }

        return Array.CreateInstance(typeof(T), lengths);
    }

    private static Array Fill<T>(FormatSlot slot, ReadOnlySpan<byte> bytes)
        where T : unmanaged
    {
        Array array = Create<T>(slot.Shape);
        Span<T> items = ItemsOf<T>(array);
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = ScalarCodec.Load<T>(slot.Kind, slot.IsSwapped, in bytes[i * (int)slot.Size]);
        }

        return array;
    }

    private static Array FillObjects(FormatSlot slot, ReadOnlySpan<byte> bytes)
    {
        Array array = Create<object?>(slot.Shape);
        Span<object?> items = ItemsOf<object?>(array);
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = ItemReader.ReadUnit(slot, bytes[(i * (int)slot.Size)..]);
        }

        return array;
    }

    // The items of an array of any rank lie in one row, last axis fastest, as those of the format do.
    private static Span<T> ItemsOf<T>(Array array) => array.Length == 0
        ? []
        : MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static void WriteAxis(FormatSlot slot, Span<byte> bytes, object? value, int axis, ref nint at, string format)
    {
        ReadOnlySpan<nint> shape = slot.Shape;
        if (axis == shape.Length)
        {
            ItemWriter.WriteUnit(slot, bytes[(int)(at++ * slot.Size)..], value, format);
            return;
        }

        int rank = HasShape(value, shape[axis..]);
        IEnumerable items = rank > 0 ? (IEnumerable)value! : throw Error.SubArrayShape(format, ValueText.Of(value), shape[axis..]);

        // A list says how long it is, and may have more or fewer: as many as there are places are taken, and then it must end.
        nint places = rank > 1 ? ((Array)items).Length : shape[axis];
        foreach (object? item in items)
        {
            if (--places < 0)
            {
                break;
            }

            WriteAxis(slot, bytes, item, axis + rank, ref at, format);
        }

        if (places != 0)
        {
            throw Error.SubArrayShape(format, ValueText.Of(value), shape[axis..]);
        }
    }

    // How many axes the value fills: all of an array's, one of a list's; 0 when it has another shape.
    private static int HasShape(object? value, ReadOnlySpan<nint> shape)
    {
        if (value is not Array array)
        {
            return value is IReadOnlyList<object?> list && list.Count == shape[0] ? 1 : 0;
        }

        bool same = array.Rank <= shape.Length;
        for (int i = 0; same && i < array.Rank; i++)
        {
            same = array.GetLength(i) == shape[i];
        }

        return same ? array.Rank : 0;
    }
}
