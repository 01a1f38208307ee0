using System;
using System.Collections.Generic;

namespace MemoryViews;

// What changes the number of items. Values are converted first, by code that may be anybody's; then the lock is asked, then the items change.
public sealed partial class TypedArray
{
    private const string AppendName = "append to the array";
    private const string ExtendName = "extend the array";
    private const string RemoveName = "remove from the array";

    /// <summary>Adds a value at the end. Python: <c>append</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Append(object? value) => InsertItem(_store.Length, value, AppendName);

    /// <summary>Adds values at the end, all or none of them. Python: <c>extend</c>, <c>fromlist</c>.</summary>
    /// <param name="values">The values; none is always allowed.</param>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Extend(IEnumerable<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ByteStore converted = new();
        foreach (object? value in values)
        {
            _type.Write(converted.Splice(converted.Length, 0, _type.Size, ExtendName), value);
        }

        AddBytes(converted.Span);
    }

    /// <summary>Adds values of a .NET type at the end, all or none of them.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="values">The values; none is always allowed.</param>
    /// <exception cref="ItemTypeException">No conversion leads from <typeparamref name="T"/> to the type.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Extend<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ByteStore converted = new();
        Span<byte> items = converted.Splice(0, 0, (nint)values.Length * _type.Size, ExtendName);
        for (int i = 0; i < values.Length; i++)
        {
            Store(items.Slice(i * _type.Size, _type.Size), values[i]);
        }

        AddBytes(items);
    }

    /// <summary>Adds the items of another array of the same type code. Python: <c>extend</c>, <c>+=</c>.</summary>
    /// <param name="source">The other, or this array itself.</param>
    /// <exception cref="ItemTypeException">The type codes differ.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Extend(TypedArray source)
    {
        CheckType(source);
        AddBytes(ReferenceEquals(source, this) ? ToBytes() : source._store.Span);
    }

    /// <summary>Puts a value in before an item. Python: <c>insert</c>.</summary>
    /// <param name="index">Where to, clamped; negative counts from the end.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Insert(nint index, object? value)
    {
        new AxisRange(index, index, 1).Resolve(Length, out nint start);
        InsertItem((int)start * _type.Size, value, "insert into the array");
    }

    /// <summary>Removes an item and returns it. Python: <c>pop</c>.</summary>
    /// <param name="index">Which one; the last, when not given.</param>
    /// <exception cref="AxisIndexException">There is none.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public object? Pop(nint index = -1)
    {
        object? value = this[index];
        RemoveAt(index);
        return value;
    }

    /// <summary>Removes an item. Python: <c>del array[i]</c>.</summary>
    /// <param name="index">Which one; negative counts from the end.</param>
    /// <exception cref="AxisIndexException">There is none.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void RemoveAt(nint index)
    {
        int at = (int)((AxisIndex)index).Resolve(0, Length) * _type.Size;
        _store.Splice(at, _type.Size, 0, RemoveName);
    }

    /// <summary>Removes the first item that equals a value. Python: <c>remove</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ViewArgumentException">There is none.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Remove(object? value) => RemoveAt(IndexOf(value) is >= 0 and nint index ? index : throw Error.ValueNotFound(ValueText.Of(value), "the array"));

    /// <summary>Removes a part, clamped. Python: <c>del array[a:b]</c>.</summary>
    /// <param name="range">The part; an empty one is always allowed.</param>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void RemoveRange(Range range) => SliceEdits.Remove(_store, AxisRange.From(range), _type.Size, RemoveName);

    /// <summary>Removes a part with a step, clamped. Python: <c>del array[a:b:c]</c>.</summary>
    /// <param name="slice">The part.</param>
    /// <exception cref="ViewArgumentException">The step is 0.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void RemoveRange(Slice slice) => SliceEdits.Remove(_store, AxisRange.From(slice), _type.Size, RemoveName);

    /// <summary>Puts the items of another array in the place of a part; as many as there were is allowed while the array is lent.</summary>
    /// <param name="range">The part, clamped.</param>
    /// <param name="source">An array of the same type code; this one itself, too.</param>
    /// <exception cref="ItemTypeException">The type codes differ.</exception>
    /// <exception cref="BufferException">The array is lent and the number of items would change.</exception>
    public void ReplaceRange(Range range, TypedArray source) => ReplaceRange(range.By(1), source);

    /// <summary>Puts the items of another array in the places of a slice. Python: <c>array[a:b:c] = source</c>.</summary>
    /// <param name="slice">The places, clamped.</param>
    /// <param name="source">An array of the same type code; with a step other than 1, of as many items as there are places, or of none, which removes them.</param>
    /// <exception cref="ItemTypeException">The type codes differ.</exception>
    /// <exception cref="ViewArgumentException">The step is 0, or there are more or fewer items than places.</exception>
    /// <exception cref="BufferException">The array is lent and the number of items would change.</exception>
    public void ReplaceRange(Slice slice, TypedArray source)
    {
        CheckType(source);
        SliceEdits.Replace(_store, slice, ReferenceEquals(source, this) ? ToBytes() : source._store.Span, _type.Size, "replace a part of the array");
    }

    /// <summary>Removes all items. Python 3.13: <c>clear</c>.</summary>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void Clear() => _store.Clear("clear the array");

    /// <summary>Repeats the items: 0 or less removes them, 1 is always allowed. Python: <c>array *= n</c>.</summary>
    /// <param name="count">How often the items stand there afterwards.</param>
    /// <exception cref="BufferException">The array is lent and the number of items would change.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public void Repeat(nint count) => SliceEdits.Repeat(_store, count, "repeat the array");

    private void AddBytes(ReadOnlySpan<byte> items) => items.CopyTo(_store.Splice(_store.Length, 0, items.Length, ExtendName));

    // Converted on the side: a value that is refused changes nothing. The widest item is a complex of two doubles.
    private void InsertItem(int at, object? value, string operation)
    {
        Span<byte> item = stackalloc byte[16];
        item = item[.._type.Size];
        _type.Write(item, value);
        item.CopyTo(_store.Splice(at, 0, item.Length, operation));
    }

    private void CheckType(TypedArray source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source._type != _type)
        {
            throw Error.TypecodesDiffer(Typecode, source.Typecode);
        }
    }
}
