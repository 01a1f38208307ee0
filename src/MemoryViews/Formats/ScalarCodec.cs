using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// The typed doors to one value in memory: no boxing, no allocation. T of the format's own kind moves bytes; any other number is
/// converted by value and range-checked. Memory needs no alignment. Callers have checked that the bytes are there.
/// </summary>
internal static class ScalarCodec
{
    /// <summary>The value at the source as a T.</summary>
    /// <exception cref="ItemTypeException">T is no number, or the value is complex and T is not.</exception>
    /// <exception cref="ItemRangeException">T does not hold the value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ScalarKind kind, bool swapped, ref readonly byte source)
        where T : unmanaged
    {
        // A truth value is read as "not 0": a bool must hold 0 or 1, and memory may hold anything.
        return typeof(T) != typeof(bool) && kind == ScalarKinds.Of<T>() && !swapped && kind != ScalarKind.None
            ? Unsafe.ReadUnaligned<T>(in source)
            : LoadConverted<T>(kind, swapped, in source);
    }

    /// <summary>Stores a T as a value of the kind.</summary>
    /// <exception cref="ItemTypeException">T is no number, or it is complex and the kind is not.</exception>
    /// <exception cref="ItemRangeException">The kind does not hold the value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(ScalarKind kind, bool swapped, ref byte destination, T value)
        where T : unmanaged
    {
        if (typeof(T) != typeof(bool) && kind == ScalarKinds.Of<T>() && !swapped && kind != ScalarKind.None)
        {
            Unsafe.WriteUnaligned(ref destination, value);
        }
        else
        {
            StoreConverted(kind, swapped, ref destination, value);
        }
    }

    /// <summary>
    /// One value from one representation to another, by value: integers are range-checked, floats become integers by dropping the
    /// fraction, integers become floats by rounding, anything becomes a truth value by "not 0", a real number becomes complex.
    /// </summary>
    /// <exception cref="ItemTypeException">The source is complex and the destination is not, or one of them is no scalar.</exception>
    /// <exception cref="ItemRangeException">The destination does not hold the value.</exception>
    public static void Convert(ScalarKind from, bool fromSwapped, ref readonly byte source, ScalarKind to, bool toSwapped, ref byte destination)
    {
        if (from == to && from != ScalarKind.Boolean && from != ScalarKind.None)
        {
            Move(from, fromSwapped != toSwapped, in source, ref destination);
        }
        else
        {
            Number.Load(from, fromSwapped, in source).Store(to, toSwapped, ref destination);
        }
    }

    /// <summary>The bytes as they are, or reversed in each part of the value. NaN payloads survive.</summary>
    public static void Move(ScalarKind kind, bool swap, ref readonly byte source, ref byte destination)
    {
        switch (ScalarKinds.SizeOf(kind))
        {
            case 1:
                destination = source;
                break;
            case 2:
                Unsafe.WriteUnaligned(ref destination, Read<ushort>(swap, in source));
                break;
            case 4:
                Unsafe.WriteUnaligned(ref destination, Read<uint>(swap, in source));
                break;
            case 8 when kind == ScalarKind.Complex64:
                (uint re, uint im) = (Read<uint>(swap, in source), Read<uint>(swap, in Unsafe.Add(ref Unsafe.AsRef(in source), 4)));
                Unsafe.WriteUnaligned(ref destination, re);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, 4), im);
                break;
            case 8:
                Unsafe.WriteUnaligned(ref destination, Read<ulong>(swap, in source));
                break;
            default:
                Move16(kind, swap, in source, ref destination);
                break;
        }
    }

    /// <summary>An integer of T's size, bytes reversed when asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(bool swap, ref readonly byte source)
        where T : unmanaged, IBinaryInteger<T>
    {
        T value = Unsafe.ReadUnaligned<T>(in source);
        return swap ? Reverse(value) : value;
    }

    /// <summary>Stores an integer of T's size, bytes reversed when asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(bool swap, ref byte destination, T value)
        where T : unmanaged, IBinaryInteger<T> => Unsafe.WriteUnaligned(ref destination, swap ? Reverse(value) : value);

    // Both halves are read before either is written: source and destination may be one place.
    private static void Move16(ScalarKind kind, bool swap, ref readonly byte source, ref byte destination)
    {
        ulong low = Read<ulong>(swap, in source), high = Read<ulong>(swap, in Unsafe.Add(ref Unsafe.AsRef(in source), 8));

        // A complex number keeps its parts in order; a long double is reversed as a whole.
        (low, high) = swap && kind == ScalarKind.LongDouble ? (high, low) : (low, high);
        Unsafe.WriteUnaligned(ref destination, low);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, 8), high);
    }

    private static T Reverse<T>(T value)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(ushort))
        {
            return (T)(object)BinaryPrimitives.ReverseEndianness((ushort)(object)value);
        }

        return typeof(T) == typeof(uint)
            ? (T)(object)BinaryPrimitives.ReverseEndianness((uint)(object)value)
            : typeof(T) == typeof(ulong) ? (T)(object)BinaryPrimitives.ReverseEndianness((ulong)(object)value) : value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LoadConverted<T>(ScalarKind kind, bool swapped, ref readonly byte source)
        where T : unmanaged
    {
        T value = default;
        ScalarKind target = ScalarKinds.Of<T>();
        if (target == ScalarKind.None)
        {
            throw Error.NoNumber(typeof(T), ScalarKinds.CodeOf(kind));
        }

        Convert(kind, swapped, in source, target, toSwapped: false, ref Unsafe.As<T, byte>(ref value));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreConverted<T>(ScalarKind kind, bool swapped, ref byte destination, T value)
        where T : unmanaged
    {
        ScalarKind own = ScalarKinds.Of<T>();
        if (own == ScalarKind.None)
        {
            throw Error.NoNumber(typeof(T), ScalarKinds.CodeOf(kind));
        }

        Convert(own, fromSwapped: false, in Unsafe.As<T, byte>(ref value), kind, swapped, ref destination);
    }
}
