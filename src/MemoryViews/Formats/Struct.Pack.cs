using System;
using System.Buffers;

namespace MemoryViews;

// Values to bytes. A record is made apart and moved when all of it is right, so a refused value leaves the destination alone.
public sealed partial class Struct
{
    private const int MostOnStack = 512;

    /// <summary>The values as the bytes of a new record; padding is zeros. Python: <c>struct.pack</c>.</summary>
    /// <param name="values">
    /// <see cref="ValueCount"/> values: numbers of any .NET type, bytes for s, p and c, text for u and w, arrays for sub-arrays, tuples or lists for records.
    /// </param>
    /// <exception cref="ViewArgumentException">There are more or fewer values than the format has.</exception>
    /// <exception cref="ItemTypeException">A value is of a type that the format does not take.</exception>
    /// <exception cref="ItemRangeException">A value is out of range; also a finite number that f in standard size would store as infinity.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be written, or a record is too large for an array.</exception>
    /// <example><c>Struct.Parse("&gt;hB").Pack(1, 2)</c> is the bytes 00 01 02.</example>
    public byte[] Pack(params ReadOnlySpan<object?> values)
    {
        FormatPlan plan = ForPacking(values.Length);
        byte[] bytes = new byte[Size <= Array.MaxLength ? (int)Size : throw Error.PackTooLarge(Text, Size)];
        Fill(plan, bytes, values);
        return bytes;
    }

    /// <summary>Packs a record into the beginning of a span; padding becomes zeros. Python: <c>struct.pack_into</c>.</summary>
    /// <param name="destination">Where to, at least <see cref="Size"/> bytes; slice it to start elsewhere.</param>
    /// <param name="values">The values, as <see cref="Pack"/> takes them.</param>
    /// <exception cref="ViewArgumentException">The destination is too short, or there are more or fewer values than the format has.</exception>
    /// <exception cref="ItemTypeException">A value is of a type that the format does not take; nothing is written.</exception>
    /// <exception cref="ItemRangeException">A value is out of range; nothing is written.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be written.</exception>
    public void PackInto(Span<byte> destination, params ReadOnlySpan<object?> values)
    {
        FormatPlan plan = ForPacking(values.Length);
        if (destination.Length < Size)
        {
            throw Error.PackRoom(Text, Size, destination.Length);
        }

        Stage(plan, destination[..(int)Size], values, static (record, to) => record.CopyTo(to));
    }

    /// <summary>Packs a record behind what a writer holds: a pipe, an <see cref="ArrayBufferWriter{T}"/>.</summary>
    /// <param name="writer">The writer; it advances by <see cref="Size"/> bytes, or not at all.</param>
    /// <param name="values">The values, as <see cref="Pack"/> takes them.</param>
    /// <exception cref="ArgumentNullException">The writer is null.</exception>
    /// <inheritdoc cref="Pack"/>
    public void PackInto(IBufferWriter<byte> writer, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Stage(ForPacking(values.Length), writer, values, static (record, to) => to.Write(record));
    }

    /// <summary>Makes a record in memory of its own and hands it on: user code behind the values is done by then.</summary>
    internal void Stage<TTarget>(FormatPlan plan, TTarget target, ReadOnlySpan<object?> values, Action<ReadOnlySpan<byte>, TTarget> store)
        where TTarget : allows ref struct
    {
        int size = (int)Size;
        byte[]? rented = size > MostOnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> record = (rented is null ? stackalloc byte[MostOnStack] : rented)[..size];
        try
        {
            record.Clear();
            Fill(plan, record, values);
            store(record, target);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    internal FormatPlan ForPacking(int values)
    {
        FormatPlan plan = Readable();
        return values == plan.ValueCount ? plan : throw Error.PackCount(Text, values, plan.ValueCount);
    }

    // The record is zeros before. Sizes were checked to be those of a span when the format was found readable.
    private void Fill(FormatPlan plan, Span<byte> record, ReadOnlySpan<object?> values)
    {
        int at = 0;
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Values; i++)
            {
                FillOne(slot, record[(int)(slot.Offset + (i * slot.Size))..], values[at++]);
            }
        }
    }

    private void FillOne(FormatSlot slot, Span<byte> bytes, object? value)
    {
        if (slot.Shape is not null)
        {
            SubArrays.Write(slot, bytes, value, Text);
            return;
        }

        if (slot.Code == 'f' && FormatParser.IsStandard(slot.Source.Order) && BecomesInfinity(value))
        {
            throw Error.PackOverflow(Text, ValueText.Of(value));
        }

        ItemWriter.WriteUnit(slot, bytes, value, Text);
    }

    // Python draws this line between the modes: C's conversion in native mode, a check in the others.
    private static bool BecomesInfinity(object? value) =>
        NumberValue.TryReal(value, out double real, out _) && double.IsFinite(real) && float.IsInfinity((float)real);
}
