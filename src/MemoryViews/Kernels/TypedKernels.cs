using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Items to and from spans of a .NET type, in C order.</summary>
internal static class TypedKernels
{
    /// <summary>
    /// Whether items of a format are, bit for bit, values of T: the same scalar kind in the host's byte order, or a record laid out as the
    /// struct. Truth values are not: memory may hold any byte, a bool only 0 and 1.
    /// </summary>
    public static bool IsExact<T>(ItemFormat format, nint itemSize)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool) || itemSize != Unsafe.SizeOf<T>() || format.Size != itemSize)
        {
            return false;
        }

        return ScalarKinds.Of<T>() == ScalarKind.None
            ? format.Matches<T>()
            : format.Scalar == ScalarKinds.Of<T>() && !format.IsSwapped;
    }

    /// <summary>Copies every item: as it is where T is the format's own type, by value where both are numbers.</summary>
    /// <param name="a">The items.</param>
    /// <param name="format">Their format.</param>
    /// <param name="destination">Room for all of them; what is left over stays as it is.</param>
    /// <exception cref="ViewArgumentException">The destination is too short, or the format has another size than the items.</exception>
    /// <exception cref="ItemTypeException">T and the format do not belong together.</exception>
    /// <exception cref="ItemRangeException">T does not hold a value: values before it are in the destination.</exception>
    public static void CopyTo<T>(scoped in Operand a, ItemFormat format, scoped Span<T> destination)
        where T : unmanaged
    {
        if (destination.Length < a.Layout.ItemCount)
        {
            throw Error.DestinationTooShort(a.Layout.ItemCount, destination.Length);
        }

        if (IsExact<T>(format, a.Layout.ItemSize))
        {
            GatherRow gather = new(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(destination)), a.Layout.ItemSize);
            LoopNest.Run(in a, LoopOrder.C, ref gather);
            return;
        }

        CheckNumbers<T>(format, a.Layout.ItemSize);
        LoadRow<T> row = new(format, destination);
        LoopNest.Run(in a, LoopOrder.C, ref row);
    }

    /// <summary>Sets every item: as it is where T is the format's own type, by value where both are numbers. All values are tried before the first is written.</summary>
    /// <param name="a">The items.</param>
    /// <param name="format">Their format.</param>
    /// <param name="source">One value an item, outside the items' memory.</param>
    /// <exception cref="ViewArgumentException">Another number of values than items, or the format has another size than the items.</exception>
    /// <exception cref="ItemTypeException">T and the format do not belong together.</exception>
    /// <exception cref="ItemRangeException">The format does not hold a value; nothing is written.</exception>
    public static void CopyFrom<T>(scoped in Operand a, ItemFormat format, scoped ReadOnlySpan<T> source)
        where T : unmanaged
    {
        if (source.Length != a.Layout.ItemCount)
        {
            throw Error.SourceCount(a.Layout.ItemCount, source.Length);
        }

        if (IsExact<T>(format, a.Layout.ItemSize))
        {
            ScatterRow scatter = new(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(source)), a.Layout.ItemSize);
            LoopNest.Run(in a, LoopOrder.C, ref scatter);
            return;
        }

        CheckNumbers<T>(format, a.Layout.ItemSize);
        CheckValues(format, source);
        StoreRow<T> row = new(format, source);
        LoopNest.Run(in a, LoopOrder.C, ref row);
    }

    private static void CheckNumbers<T>(ItemFormat format, nint itemSize)
        where T : unmanaged
    {
        if (ScalarKinds.Of<T>() == ScalarKind.None || format.Scalar == ScalarKind.None)
        {
            throw Error.CopyTypeMismatch(typeof(T), format.Text);
        }

        if (format.Size != itemSize)
        {
            throw Error.FormatSizeDiffers(format.Text, format.Size, itemSize);
        }
    }

    private static void CheckValues<T>(ItemFormat format, scoped ReadOnlySpan<T> source)
        where T : unmanaged
    {
        if (ConvertKernels.AlwaysFits(ScalarKinds.Of<T>(), format.Scalar))
        {
            return;
        }

        UInt128 scratch = default;
        foreach (T value in source)
        {
            ScalarCodec.Store(format.Scalar, format.IsSwapped, ref Unsafe.As<UInt128, byte>(ref scratch), value);
        }
    }
}
