using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// One number of a format's records: reads and writes it without looking at the others, boxing or allocating. Made by
/// <see cref="Struct.Field{T}(int)"/> and <see cref="Struct.Field{T}(string)"/>.
/// </summary>
/// <typeparam name="T">The .NET type of the number, in either byte order.</typeparam>
/// <remarks>Immutable; can be used from several threads at once.</remarks>
public sealed class StructField<T>
    where T : unmanaged
{
    private readonly Struct _format;
    private readonly bool _isSwapped;
    private readonly int _offset;
    private readonly int _size;

    internal StructField(Struct format, bool isSwapped, nint offset)
    {
        _format = format;
        _isSwapped = isSwapped;
        _offset = (int)offset;
        _size = (int)format.Size;
    }

    /// <summary>Where the number starts, in bytes from the start of the record.</summary>
    public nint Offset => _offset;

    /// <summary>Reads the number of a record.</summary>
    /// <param name="record">The record, at least <see cref="Struct.Size"/> bytes; what follows them is not looked at.</param>
    /// <exception cref="ViewArgumentException">There are fewer bytes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read(ReadOnlySpan<byte> record)
    {
        if (record.Length < _size)
        {
            throw TooShort(record.Length);
        }

        ref byte place = ref Unsafe.Add(ref MemoryMarshal.GetReference(record), _offset);
        if (typeof(T) == typeof(bool))
        {
            // Any byte but 0 is true in a record; in a bool, only 1 behaves.
            return Unsafe.BitCast<byte, T>(place != 0 ? (byte)1 : (byte)0);
        }

        T value = Unsafe.ReadUnaligned<T>(ref place);
        return _isSwapped ? Reverse(value) : value;
    }

    /// <summary>Writes the number of a record, and nothing else.</summary>
    /// <param name="record">The record, at least <see cref="Struct.Size"/> bytes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ViewArgumentException">There are fewer bytes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Span<byte> record, T value)
    {
        if (record.Length < _size)
        {
            throw TooShort(record.Length);
        }

        ref byte place = ref Unsafe.Add(ref MemoryMarshal.GetReference(record), _offset);
        Unsafe.WriteUnaligned(ref place, _isSwapped ? Reverse(value) : value);
    }

    // The size of T is a constant to the compiler: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reverse(T value) => Unsafe.SizeOf<T>() switch
    {
        2 => Unsafe.BitCast<ushort, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ushort>(value))),
        4 => Unsafe.BitCast<uint, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, uint>(value))),
        8 => Unsafe.BitCast<ulong, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ulong>(value))),
        16 => ReverseParts(value),
        _ => value,
    };

    // Real and imaginary part keep their places.
    private static T ReverseParts(T value)
    {
        Complex complex = Unsafe.BitCast<T, Complex>(value);
        return Unsafe.BitCast<Complex, T>(new Complex(Reverse(complex.Real), Reverse(complex.Imaginary)));
    }

    private static double Reverse(double value) =>
        BitConverter.UInt64BitsToDouble(BinaryPrimitives.ReverseEndianness(BitConverter.DoubleToUInt64Bits(value)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Exception TooShort(int given) => Error.RecordTooShort(_format.Text, _size, given);
}
