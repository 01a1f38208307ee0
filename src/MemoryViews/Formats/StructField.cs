using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// One number of a format's records: reads and writes it without looking at the others, boxing or allocating. Made by
/// <see cref="Struct.Field{T}(int)"/> and <see cref="Struct.Field{T}(string)"/>.
/// </summary>
/// <typeparam name="T">The type it is read as. Of the format's own kind it is taken as it is, in any byte order; other numbers are converted by value.</typeparam>
/// <remarks>Immutable; can be used from several threads at once.</remarks>
public sealed class StructField<T>
    where T : unmanaged
{
    private readonly Struct _format;
    private readonly ScalarKind _kind;
    private readonly bool _isSwapped;
    private readonly bool _isExact;
    private readonly int _offset;
    private readonly int _size;

    internal StructField(Struct format, ScalarKind kind, bool isSwapped, nint offset)
    {
        _format = format;
        _kind = kind;
        _isSwapped = isSwapped;

        // Any byte but 0 is true, and a complex number is reversed in parts: the codec knows both.
        _isExact = kind == ScalarKinds.Of<T>() && kind != ScalarKind.Boolean && Unsafe.SizeOf<T>() <= sizeof(ulong);
        _offset = (int)offset;
        _size = (int)format.Size;
    }

    /// <summary>Where the number starts, in bytes from the start of the record.</summary>
    public nint Offset => _offset;

    /// <summary>Reads the number of a record.</summary>
    /// <param name="record">The record, at least <see cref="Struct.Size"/> bytes; what follows them is not looked at.</param>
    /// <exception cref="ViewArgumentException">There are fewer bytes.</exception>
    /// <exception cref="ItemRangeException"><typeparamref name="T"/> does not hold the value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read(ReadOnlySpan<byte> record)
    {
        if (record.Length < _size)
        {
            throw TooShort(record.Length);
        }

        ref byte place = ref Unsafe.Add(ref MemoryMarshal.GetReference(record), _offset);
        return !_isExact ? ScalarCodec.Load<T>(_kind, _isSwapped, in place)
            : _isSwapped ? Reverse(Unsafe.ReadUnaligned<T>(ref place))
            : Unsafe.ReadUnaligned<T>(ref place);
    }

    /// <summary>Writes the number of a record, and nothing else.</summary>
    /// <param name="record">The record, at least <see cref="Struct.Size"/> bytes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ViewArgumentException">There are fewer bytes.</exception>
    /// <exception cref="ItemRangeException">The format does not hold the value; nothing is written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Span<byte> record, T value)
    {
        if (record.Length < _size)
        {
            throw TooShort(record.Length);
        }

        ref byte place = ref Unsafe.Add(ref MemoryMarshal.GetReference(record), _offset);
        if (_isExact)
        {
            Unsafe.WriteUnaligned(ref place, _isSwapped ? Reverse(value) : value);
        }
        else
        {
            ScalarCodec.Store(_kind, _isSwapped, ref place, value);
        }
    }

    // The size of T is a constant to the compiler: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reverse(T value) => Unsafe.SizeOf<T>() switch
    {
        2 => Unsafe.BitCast<ushort, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ushort>(value))),
        4 => Unsafe.BitCast<uint, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, uint>(value))),
        8 => Unsafe.BitCast<ulong, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ulong>(value))),
        _ => value,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Exception TooShort(int given) => Error.RecordTooShort(_format.Text, _size, given);
}
