using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// A growing array of numbers or characters of one C type, named by a type code, that lends itself writable in that format. While a loan is out,
/// whatever would change the number of items is refused with a <see cref="BufferException"/> that names the holders, before anything has
/// changed. Python: <c>array.array</c>.
/// </summary>
/// <remarks>
/// <code>
///   b B  1 byte        i I  4 bytes                    e   half              Zf  complex of 2 floats
///   h H  2 bytes       l L  4 on Windows, else 8       f   float             Zd  complex of 2 doubles
///                      q Q  8 bytes                    d   double            w   a character, 4 bytes;  u  the C library's wide one
/// </code>
/// Values come as any .NET number that the type holds; one out of range is an <see cref="ItemRangeException"/> with
/// <see cref="ViewErrorCode.ValueOverflow"/>, but f stores infinity. Indices below 0 count from the end; slices are clamped. Lending and looking are
/// safe from any thread; threads that change the array must agree among themselves, but can never reach freed memory.
/// </remarks>
/// <example>
/// <code>
/// TypedArray samples = new("h", [3, 1, 2]);
/// using (MemoryView view = new(samples))
/// {
///     view[0] = 30;
///     samples.Append(4);      // BufferException: one holder is out
/// }
/// samples.Append(4);          // 30, 1, 2, 4
/// </code>
/// </example>
public sealed partial class TypedArray : IBufferExporter
{
    private const int MostShown = 32;

    private readonly ByteStore _store = new();
    private readonly ArrayType _type;

    /// <summary>An array without items yet.</summary>
    /// <param name="typecode">What the items are.</param>
    /// <exception cref="ViewArgumentException">There is no such type code.</exception>
    public TypedArray(string typecode) => _type = ArrayType.Of(typecode);

    /// <summary>An array of values.</summary>
    /// <param name="typecode">What the items are.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ViewArgumentException">There is no such type code.</exception>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    public TypedArray(string typecode, IEnumerable<object?> values)
        : this(typecode) => Extend(values);

    /// <summary>An array of the characters of a text; for u and w.</summary>
    /// <param name="typecode">u or w.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ViewArgumentException">There is no such type code.</exception>
    /// <exception cref="ItemTypeException">The array is of numbers.</exception>
    public TypedArray(string typecode, string text)
        : this(typecode)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_type.IsText)
        {
            throw Error.TextForNumbers(typecode);
        }

        FromUnicode(text);
    }

    /// <summary>An array of the values of another, converted one by one where the type codes differ.</summary>
    /// <param name="typecode">What the items are.</param>
    /// <param name="source">The other.</param>
    /// <exception cref="ViewArgumentException">There is no such type code.</exception>
    /// <exception cref="ItemTypeException">Floating-point numbers for integers, or text and numbers.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    public TypedArray(string typecode, TypedArray source)
        : this(typecode)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_type.Format.Equals(source._type.Format))
        {
            FromBytes(source._store.Span);
        }
        else if (_type.IsText != source._type.IsText)
        {
            throw Error.TypecodesDiffer(typecode, source.Typecode);
        }
        else
        {
            Extend(source.ToList());
        }
    }

    /// <summary>The type codes there are. Python: <c>array.typecodes</c>.</summary>
    public static IReadOnlyList<string> Typecodes => ArrayType.Codes;

    /// <summary>What the items are. Python: <c>typecode</c>.</summary>
    public string Typecode => _type.Code;

    /// <summary>The format the array lends itself in: its type code, but for u.</summary>
    public ItemFormat Format => _type.Format;

    /// <summary>Bytes an item takes. Python: <c>itemsize</c>.</summary>
    public nint ItemSize => _type.Size;

    /// <summary>How many items there are. Python: <c>len</c>.</summary>
    public nint Length => _store.Length / _type.Size;

    /// <summary>How many items there can be before the next growth moves them.</summary>
    public nint Capacity => _store.Capacity / _type.Size;

    /// <summary>One item. Setting is allowed while the array is lent.</summary>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <returns>A .NET number; a character as char or string.</returns>
    /// <exception cref="AxisIndexException">The index lies outside the array.</exception>
    /// <exception cref="ItemTypeException">Setting: a value of a type that the array does not take.</exception>
    /// <exception cref="ItemRangeException">Setting: a number that the type does not hold.</exception>
    public object? this[nint index]
    {
        get => _type.Format.Read(ItemAt(index));
        set => _type.Write(ItemAt(index), value);
    }

    /// <summary>An array of values of a .NET type, converted where it is not the array's own.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="typecode">What the items are.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ViewArgumentException">There is no such type code.</exception>
    /// <exception cref="ItemTypeException">No conversion leads from <typeparamref name="T"/> to the type.</exception>
    /// <exception cref="ItemRangeException">A number that the type does not hold.</exception>
    public static TypedArray Of<T>(string typecode, params ReadOnlySpan<T> values)
        where T : unmanaged
    {
        TypedArray array = new(typecode);
        array.Extend(values);
        return array;
    }

    /// <summary>An array of items in the machine's representation. Python: <c>array(typecode, bytes)</c>.</summary>
    /// <param name="typecode">What the items are.</param>
    /// <param name="bytes">A multiple of the item size.</param>
    /// <exception cref="ViewArgumentException">There is no such type code, or bytes are left over.</exception>
    public static TypedArray OfBytes(string typecode, ReadOnlySpan<byte> bytes)
    {
        TypedArray array = new(typecode);
        array.FromBytes(bytes);
        return array;
    }

    /// <summary>Lends the items, writable, in the array's format; their number cannot change until the loan is back.</summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <exception cref="BufferException">A format was asked for without a shape.</exception>
    public BufferExport GetBuffer(BufferRequest request) => _store.Lend(this, _type.Format, request);

    /// <summary>One item, without boxing; other numbers than the array's own are converted by value.</summary>
    /// <typeparam name="T">int for "i", double for "d".</typeparam>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <exception cref="AxisIndexException">The index lies outside the array.</exception>
    /// <exception cref="ItemTypeException">No conversion leads to <typeparamref name="T"/>.</exception>
    /// <exception cref="ItemRangeException"><typeparamref name="T"/> does not hold the value.</exception>
    public T Get<T>(nint index)
        where T : unmanaged => TypedItem.Load<T>(_type.Format, _type.Size, in ItemAt(index)[0]);

    /// <summary>Writes one item, without boxing; other numbers than the array's own are converted by value. Allowed while the array is lent.</summary>
    /// <typeparam name="T">int for "i", double for "d".</typeparam>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AxisIndexException">The index lies outside the array.</exception>
    /// <exception cref="ItemTypeException">No conversion leads from <typeparamref name="T"/>.</exception>
    /// <exception cref="ItemRangeException">The type does not hold the value.</exception>
    public void Set<T>(nint index, T value)
        where T : unmanaged => Store(ItemAt(index), value);

    /// <summary>
    /// Whether an exporter holds equal values, whatever its type code. Python: <c>==</c>, with its rule: an array is never equal to bytes; a
    /// <see cref="ByteArray"/> compares its raw bytes.
    /// </summary>
    /// <param name="other">Any exporter.</param>
    public bool ContentEquals(IBufferExporter? other)
    {
        if (other is null or Bytes)
        {
            return false;
        }

        using MemoryView view = new(this);
        return other is ByteArray bytes ? bytes.ContentEquals(this) : view.ContentEquals(other);
    }

    /// <summary>The items as Python writes them, <c>array('h', [3, 1, 2])</c>; cut after 32.</summary>
    public override string ToString()
    {
        if (Length == 0)
        {
            return $"array('{Typecode}')";
        }

        using MemoryView view = new(this);
        using MemoryView shown = view[..MostShown];
        string items = ItemText.Of(shown.ToList());
        return $"array('{Typecode}', {(Length > MostShown ? items[..^1] + ", ...]" : items)})";
    }

    private Span<byte> ItemAt(nint index) => _store.Span.Slice((int)((AxisIndex)index).Resolve(0, Length) * _type.Size, _type.Size);

    private void Store<T>(Span<byte> item, T value)
        where T : unmanaged
    {
        try
        {
            TypedItem.Store(_type.Format, _type.Size, ref item[0], value);
        }
        catch (ItemRangeException e)
        {
            throw Error.ArrayRange(e);
        }
    }
}
