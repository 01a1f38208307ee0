using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// Python's <c>struct.Struct</c>, by the rules of Python 3.13: a format with one order mark at most, values packed into bytes and
/// taken out again. Refusals that Python raises as <c>struct.error</c> carry <see cref="ViewErrorCode.StructError"/>.
/// </summary>
/// <remarks>
/// An instance never changes, and can be used from several threads at once.
/// <code>
/// PythonStruct header = new("&gt;4sHI");
/// byte[] bytes = header.Pack("PNG "u8.ToArray(), 1, 4096);
/// object?[] values = header.Unpack(bytes);
/// </code>
/// </remarks>
public sealed class PythonStruct
{
    private readonly FormatPlan _plan;

    /// <summary>Reads a format. Python: <c>struct.Struct(format)</c>.</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentNullException">The format is null.</exception>
    /// <exception cref="ViewSyntaxException">The text is no format of the struct module; the message points at the character.</exception>
    /// <exception cref="ViewArgumentException">The text is not ASCII.</exception>
    public PythonStruct(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Format = System.Text.Ascii.IsValid(format) ? format : throw Error.StructNotAscii(format);
        ItemFormat? parsed = ItemFormat.TryParse(format, FormatDialect.Struct, out FormatFault? fault);
        _plan = parsed?.Plan ?? throw Error.StructSyntax(fault!.Reason, format, fault.Position);
    }

    /// <summary>The format as it was given. Python: <c>Struct.format</c>.</summary>
    public string Format { get; }

    /// <summary>Bytes of one packed record. Python: <c>Struct.size</c>, <c>struct.calcsize</c>.</summary>
    public nint Size => _plan.Size;

    /// <summary>The values as bytes. Python: <c>struct.pack</c>.</summary>
    /// <param name="values">One value for each item: numbers, bytes as <c>byte[]</c>, or objects with <see cref="IPythonNumber"/>.</param>
    /// <exception cref="ViewOperationException">There are more or fewer values than items.</exception>
    /// <exception cref="ItemTypeException">A value of the wrong type.</exception>
    /// <exception cref="ItemRangeException">A value out of range; with <see cref="ViewErrorCode.ValueOverflow"/> a float too large for e, or for f in standard size.</exception>
    public byte[] Pack(params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckCount(values);
        byte[] bytes = new byte[Checked()];
        StructPacker.Pack(_plan, bytes, values, Format);
        return bytes;
    }

    /// <summary>
    /// Packs into a buffer, as Python does: the bytes are zeroed first and then filled item by item, so a refused value leaves zeros from
    /// there on. Python: <c>struct.pack_into</c>.
    /// </summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="offset">Where to start, in bytes; negative from the end.</param>
    /// <param name="values">One value for each item.</param>
    /// <exception cref="ViewOperationException">More or fewer values than items, or no room in the buffer.</exception>
    /// <exception cref="ItemTypeException">A value of the wrong type.</exception>
    /// <exception cref="ItemRangeException">A value out of range.</exception>
    public void PackInto(Span<byte> buffer, nint offset, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckCount(values);
        Span<byte> room = buffer.Slice((int)Resolve(offset, buffer.Length), (int)Size);
        room.Clear();
        StructPacker.Pack(_plan, room, values, Format);
    }

    /// <summary>The values in a buffer of exactly <see cref="Size"/> bytes. Python: <c>struct.unpack</c>.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <exception cref="ViewOperationException">The buffer has another length.</exception>
    public object?[] Unpack(ReadOnlySpan<byte> buffer) =>
        buffer.Length == Size ? ItemReader.ReadValues(_plan, buffer) : throw Error.StructLength(Format, Size, buffer.Length);

    /// <summary>The values at a place in a buffer. Python: <c>struct.unpack_from</c>.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="offset">Where to start, in bytes; negative from the end.</param>
    /// <exception cref="ViewOperationException">The buffer has fewer bytes there.</exception>
    public object?[] UnpackFrom(ReadOnlySpan<byte> buffer, nint offset = 0) =>
        ItemReader.ReadValues(_plan, buffer.Slice((int)Resolve(offset, buffer.Length), (int)Size));

    /// <summary>The values of one record after the other. Python: <c>struct.iter_unpack</c>.</summary>
    /// <param name="buffer">The buffer, a whole number of records long.</param>
    /// <exception cref="ViewOperationException">The format has no bytes, or the buffer ends inside a record.</exception>
    public IEnumerable<object?[]> IterUnpack(ReadOnlyMemory<byte> buffer)
    {
        if (Size == 0 || buffer.Length % Size != 0)
        {
            throw Error.StructIteration(Format, Size, buffer.Length);
        }

        return Records(buffer);
    }

    private IEnumerable<object?[]> Records(ReadOnlyMemory<byte> buffer)
    {
        for (int at = 0; at < buffer.Length; at += (int)Size)
        {
            yield return ItemReader.ReadValues(_plan, buffer.Span.Slice(at, (int)Size));
        }
    }

    private void CheckCount(object?[] values)
    {
        if (values.Length != _plan.ValueCount)
        {
            throw Error.StructCount(Format, values.Length, _plan.ValueCount);
        }
    }

    private int Checked() => Size <= Array.MaxLength ? (int)Size : throw Error.StructTooLarge(Format, Size);

    // Differences are taken, never sums: a length of an int minus anything in range cannot overflow a native integer.
    private nint Resolve(nint offset, int length)
    {
        nint start = offset < 0 && offset >= -length ? offset + length : offset;
        return start >= 0 && start <= length && length - start >= Size ? start : throw Error.StructOffset(Format, Size, offset, length);
    }
}
