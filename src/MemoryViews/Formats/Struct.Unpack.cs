using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

// Bytes to values.
public sealed partial class Struct
{
    /// <summary>The values of a record. Python: <c>struct.unpack</c>.</summary>
    /// <param name="source">The record: exactly <see cref="Size"/> bytes.</param>
    /// <returns><see cref="ValueCount"/> values, of the types that <see cref="ItemFormat.Read"/> lists.</returns>
    /// <exception cref="ViewArgumentException">There are more or fewer bytes.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    public object?[] Unpack(ReadOnlySpan<byte> source) =>
        source.Length == Size ? Take(source) : throw Error.RecordLength(Text, Size, source.Length);

    /// <summary>The values of a record at a place in a buffer. Python: <c>struct.unpack_from</c>.</summary>
    /// <param name="source">The buffer.</param>
    /// <param name="offset">Where the record starts, in bytes; negative from the end.</param>
    /// <exception cref="ViewArgumentException">The buffer has no <see cref="Size"/> bytes there.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    public object?[] UnpackFrom(ReadOnlySpan<byte> source, nint offset = 0) =>
        TryUnpackFrom(source, offset, out object?[]? values) ? values : throw Error.RecordOffset(Text, Size, offset, source.Length);

    /// <summary>The values of a record, when the bytes are exactly one.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="values">The values; null when there are more or fewer bytes.</param>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    public bool TryUnpack(ReadOnlySpan<byte> source, [NotNullWhen(true)] out object?[]? values)
    {
        values = source.Length == Size ? Take(source) : null;
        return values is not null;
    }

    /// <summary>The values of a record at a place in a buffer, when the buffer has all of it.</summary>
    /// <param name="source">The buffer.</param>
    /// <param name="offset">Where the record starts, in bytes; negative from the end.</param>
    /// <param name="values">The values; null when the buffer has no <see cref="Size"/> bytes there.</param>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    public bool TryUnpackFrom(ReadOnlySpan<byte> source, nint offset, [NotNullWhen(true)] out object?[]? values)
    {
        values = TryPlace(offset, source.Length, out nint start) ? Take(source.Slice((int)start, (int)Size)) : null;
        return values is not null;
    }

    internal object?[] Take(ReadOnlySpan<byte> record) => ItemReader.ReadValues(Readable(), record);

    /// <summary>Where a record starts in so many bytes; false when there is no room for it.</summary>
    // Differences are taken, never sums: both terms are lengths of memory, so nothing here can overflow.
    internal bool TryPlace(nint offset, nint length, out nint start)
    {
        start = offset < 0 && offset >= -length ? offset + length : offset;
        return start >= 0 && start <= length && length - start >= Size;
    }
}
