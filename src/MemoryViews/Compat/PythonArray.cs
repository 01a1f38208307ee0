using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace MemoryViews;

/// <summary>
/// Python's <c>array.array</c> for values that are Python's: objects with <c>__index__</c> and <c>__float__</c> become numbers, everything else
/// is left to <see cref="TypedArray"/>.
/// </summary>
/// <remarks>Stateless: safe to use from any thread.</remarks>
public static class PythonArray
{
    /// <summary>An array of values. Python: <c>array(typecode, values)</c>.</summary>
    /// <param name="typecode">What the items are: "b", "H", "d".</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ViewArgumentException">No such type code. Python: ValueError.</exception>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take. Python: TypeError.</exception>
    /// <exception cref="ItemRangeException">A value out of range. Python: OverflowError.</exception>
    public static TypedArray Create(string typecode, IEnumerable<object?> values)
    {
        TypedArray array = new(typecode);
        array.Extend(values.Select(value => Item(array, value)));
        return array;
    }

    /// <summary>Stores an item. Python: <c>array[index] = value</c>.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">Where; negative from the end.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AxisIndexException">No such item. Python: IndexError.</exception>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take. Python: TypeError.</exception>
    /// <exception cref="ItemRangeException">A value out of range. Python: OverflowError.</exception>
    public static void SetItem(TypedArray array, nint index, object? value)
    {
        ArgumentNullException.ThrowIfNull(array);
        array[index] = Item(array, value);
    }

    /// <summary>Appends an item. Python: <c>array.append(value)</c>.</summary>
    /// <param name="array">The array.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="BufferException">The array is lent.</exception>
    /// <exception cref="ItemTypeException">A value of a type that the array does not take. Python: TypeError.</exception>
    /// <exception cref="ItemRangeException">A value out of range. Python: OverflowError.</exception>
    public static void Append(TypedArray array, object? value)
    {
        ArgumentNullException.ThrowIfNull(array);
        array.Append(Item(array, value));
    }

    private static object? Item(TypedArray array, object? value)
    {
        if (value is not IPythonNumber)
        {
            return value;
        }

        return array.Format.Kind switch
        {
            ItemKind.Float when PythonNumber.TryFloat(value, out double real, out _) => real,
            ItemKind.SignedInteger or ItemKind.UnsignedInteger when PythonNumber.TryIndex(value, out BigInteger index) => index,
            _ => throw Error.ValueType(array.Typecode, ValueText.Of(value), "a number"),
        };
    }
}
