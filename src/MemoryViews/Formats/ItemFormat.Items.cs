using System;

namespace MemoryViews;

public sealed partial class ItemFormat
{
    /// <summary>
    /// The value of an item: a .NET number, bool or char; <c>byte[]</c> for c, s and p; <c>string</c> for w and counted text; an array
    /// for a sub-array; a <see cref="Record"/> for several values. Python: <c>struct.unpack</c>, <c>memoryview.__getitem__</c>.
    /// </summary>
    /// <param name="item">The item's bytes, at least <see cref="Size"/>; what follows them is not looked at.</param>
    /// <returns>
    /// b sbyte, B byte, h short, H ushort, i int, I uint, l L int or long by their size, q long, Q ulong, n nint, N P nuint, ? bool,
    /// e Half, f float, d g double, Zf Zd Zg Complex, u char.
    /// </returns>
    /// <exception cref="ViewNotSupportedException">Items of this format cannot be read (<see cref="CanReadItems"/>).</exception>
    /// <exception cref="ViewArgumentException">There are fewer bytes than an item has.</exception>
    public object? Read(ReadOnlySpan<byte> item) => ItemReader.Read(Check(item.Length), item);

    /// <summary>
    /// Stores a value as an item. Any .NET integer goes into an integer format, any number into a float, anything into ?, bytes
    /// into c, s and p, text into u and w, a Record, tuple or list into a record. Nothing is written when any part is refused, and
    /// padding keeps its bytes. Python: <c>struct.pack_into</c>, <c>memoryview.__setitem__</c>.
    /// </summary>
    /// <param name="item">Where the item lies, at least <see cref="Size"/> bytes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemTypeException">The value is of a type that the format does not take.</exception>
    /// <exception cref="ItemRangeException">A number, text or bytes outside the range of the format.</exception>
    /// <exception cref="ViewArgumentException">There are fewer bytes than an item has, or a record has another number of values.</exception>
    /// <exception cref="ViewNotSupportedException">Items of this format cannot be written.</exception>
    public void Write(Span<byte> item, object? value) => ItemWriter.Write(Check(item.Length), item, value, Text);

    /// <summary>All values of an item in order, without names: Python's struct.unpack.</summary>
    internal object?[] ReadValues(ReadOnlySpan<byte> item) => ItemReader.ReadValues(Check(item.Length), item);

    /// <summary>Whether two items of this format, which can be read, hold equal values.</summary>
    internal bool EqualItems(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        FormatPlan plan = Check(Math.Min(a.Length, b.Length));
        return ScalarEquality.Equal(plan, a, b);
    }

    private FormatPlan Check(int available) => _plan is not { IsReadable: true } plan ? throw Error.NotReadable(Text)
        : available < plan.Size ? throw Error.ItemTooShort(Text, plan.Size, available)
        : plan;
}
