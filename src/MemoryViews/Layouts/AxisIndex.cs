using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// One integer index: <c>3</c>, <c>-1</c> and <c>^1</c>. It has no conversion from a range, so an item is never taken for a view.
/// </summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
public readonly struct AxisIndex
{
    private readonly nint _value;
    private readonly bool _fromEnd;

    private AxisIndex(nint value, bool fromEnd)
    {
        _value = value;
        _fromEnd = fromEnd;
    }

    /// <summary>The index counted from the start of an axis.</summary>
    /// <param name="axis">The axis, for the message.</param>
    /// <param name="length">The length of the axis in items.</param>
    /// <exception cref="AxisIndexException">The index lies outside the axis.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Resolve(int axis, nint length)
    {
        nint index = _fromEnd ? length - _value : _value < 0 ? _value + length : _value;
        return (nuint)index < (nuint)length ? index : throw Error.IndexOutOfRange(axis, Asked(length), length);
    }

    // ^k is -k in messages; ^0 is the end itself, as -0 would name the first item.
    private nint Asked(nint length) => !_fromEnd ? _value : _value == 0 ? length : -_value;

    /// <summary>The index as one number, negative from the end; ^0 becomes a number outside every axis.</summary>
    internal nint Signed => !_fromEnd ? _value : _value == 0 ? nint.MaxValue : -_value;

    /// <summary>An index; negative ones count from the end.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator AxisIndex(int index) => new(index, false);

    /// <summary>An index; negative ones count from the end.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator AxisIndex(nint index) => new(index, false);

    /// <summary>An index in C# spelling: <c>^1</c> is the last item.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator AxisIndex(Index index) => new(index.Value, index.IsFromEnd);
}
