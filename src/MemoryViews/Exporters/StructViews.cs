using System;
using System.Buffers;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// Records in views: a view of any format, shape and strides is its bytes in C order here, and a record may lie across its items.
/// Only the bytes of a record are touched.
/// </summary>
/// <example><code>
/// MemoryView file = MappedFile.Open(path).AsMemoryView();
/// object?[] header = Struct.Parse("&lt;4sHH").UnpackFrom(file, 0);
/// foreach (Tick tick in ticks.Iterate(file[8..])) { ... }
/// </code></example>
public static class StructViews
{
    private const int MostOnStack = 512;

    /// <summary>The values of a record at a place in a view. Python: <c>struct.unpack_from</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="source">The view.</param>
    /// <param name="offset">Where the record starts, in bytes of the view in C order; negative from the end.</param>
    /// <exception cref="ViewArgumentException">The view has no record's bytes there.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static object?[] UnpackFrom(this Struct format, MemoryView source, nint offset = 0)
    {
        ArgumentNullException.ThrowIfNull(format);
        return Read(format, source, offset, format.Take);
    }

    /// <summary>The values of a view of exactly one record. Python: <c>struct.unpack</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="source">The view.</param>
    /// <exception cref="ViewArgumentException">The view has more or fewer bytes than a record.</exception>
    /// <inheritdoc cref="UnpackFrom(Struct, MemoryView, nint)"/>
    public static object?[] Unpack(this Struct format, MemoryView source)
    {
        Check(format, source);
        return source.ByteLength == format.Size ? UnpackFrom(format, source) : throw Error.RecordLength(format.Text, format.Size, source.ByteLength);
    }

    /// <summary>Packs a record into a view; padding becomes zeros. Python: <c>struct.pack_into</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="destination">The view.</param>
    /// <param name="offset">Where the record starts, in bytes of the view in C order; negative from the end.</param>
    /// <param name="values">The values, as <see cref="Struct.Pack"/> takes them.</param>
    /// <exception cref="ViewArgumentException">The view has no room there, or there are more or fewer values than the format has.</exception>
    /// <exception cref="ItemTypeException">A value is of a type that the format does not take; nothing is written.</exception>
    /// <exception cref="ItemRangeException">A value is out of range; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The view is read-only, or its items overlap.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static void PackInto(this Struct format, MemoryView destination, nint offset, params ReadOnlySpan<object?> values)
    {
        nint start = Place(format, destination, offset);
        format.Stage(format.ForPacking(values.Length), (destination, start), values, static (record, to) => to.destination.WriteBytes(to.start, record));
    }

    /// <summary>The values of one record after the other. Python: <c>struct.iter_unpack</c>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="source">The view; it is read in pieces as the records are asked for.</param>
    /// <exception cref="ViewArgumentException">The view is no whole number of records.</exception>
    /// <exception cref="ViewOperationException">A record has no bytes.</exception>
    /// <inheritdoc cref="UnpackFrom(Struct, MemoryView, nint)"/>
    public static IEnumerable<object?[]> Iterate(this Struct format, MemoryView source)
    {
        ArgumentNullException.ThrowIfNull(format);
        return Iterate(format, source, format.Take);
    }

    /// <summary>The record at a place in a view.</summary>
    /// <typeparam name="T">The bound struct.</typeparam>
    /// <param name="binding">The binding.</param>
    /// <param name="source">The view.</param>
    /// <param name="offset">Where the record starts, in bytes of the view in C order; negative from the end.</param>
    /// <inheritdoc cref="UnpackFrom(Struct, MemoryView, nint)"/>
    public static T ReadFrom<T>(this StructBinding<T> binding, MemoryView source, nint offset = 0)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(binding);
        return Read(binding.Struct, source, offset, binding.Read);
    }

    /// <summary>Writes a record into a view; padding becomes zeros.</summary>
    /// <typeparam name="T">The bound struct.</typeparam>
    /// <param name="binding">The binding.</param>
    /// <param name="destination">The view.</param>
    /// <param name="offset">Where the record starts, in bytes of the view in C order; negative from the end.</param>
    /// <param name="value">The record.</param>
    /// <inheritdoc cref="PackInto(Struct, MemoryView, nint, ReadOnlySpan{object})"/>
    public static void WriteInto<T>(this StructBinding<T> binding, MemoryView destination, nint offset, in T value)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(binding);
        nint start = Place(binding.Struct, destination, offset);
        int size = (int)binding.Size;
        byte[]? rented = size > MostOnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> record = (rented is null ? stackalloc byte[MostOnStack] : rented)[..size];
        binding.Write(record, in value);
        destination.WriteBytes(start, record);
        Return(rented);
    }

    /// <summary>One record after the other.</summary>
    /// <typeparam name="T">The bound struct.</typeparam>
    /// <param name="binding">The binding.</param>
    /// <param name="source">The view; it is read in pieces as the records are asked for.</param>
    /// <inheritdoc cref="Iterate(Struct, MemoryView)"/>
    public static IEnumerable<T> Iterate<T>(this StructBinding<T> binding, MemoryView source)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(binding);
        return Iterate(binding.Struct, source, binding.Read);
    }

    private static TResult Read<TResult>(Struct format, MemoryView source, nint offset, RecordReader<TResult> read)
    {
        nint start = Place(format, source, offset);
        int size = (int)format.Size;
        byte[]? rented = size > MostOnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> record = (rented is null ? stackalloc byte[MostOnStack] : rented)[..size];
        source.ReadBytes(start, record);
        TResult result = read(record);
        Return(rented);
        return result;
    }

    private static IEnumerable<TResult> Iterate<TResult>(Struct format, MemoryView source, RecordReader<TResult> read)
    {
        Check(format, source);
        format.CheckWhole(source.ByteLength);
        return StructRecords.Of(format, StructRecords.Buffers(source.ByteLength, source.ReadBytes), read);
    }

    private static nint Place(Struct format, MemoryView view, nint offset)
    {
        Check(format, view);
        return format.TryPlace(offset, view.ByteLength, out nint start) ? start : throw Error.RecordOffset(format.Text, format.Size, offset, view.ByteLength);
    }

    // A record that is no span of bytes is refused before memory is asked for it.
    private static void Check(Struct format, MemoryView view)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(view);
        format.Readable();
    }

    // An array that a refusal kept from coming back is left to the collector.
    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
