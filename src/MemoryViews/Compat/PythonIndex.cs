using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace MemoryViews;

/// <summary>
/// An element of a subscript that has <c>__index__</c>. User code is called where CPython calls it: whether an object is an index at all is decided
/// earlier than what its value is, and is not always followed by asking.
/// </summary>
internal readonly struct PythonIndex
{
    private readonly BigInteger _value;
    private readonly IPythonNumber? _number;

    private PythonIndex(BigInteger value, IPythonNumber? number)
    {
        _value = value;
        _number = number;
    }

    /// <summary>Whether an object has <c>__index__</c>.</summary>
    public static bool TryAsk(object? element, out PythonIndex index)
    {
        if (element is IPythonNumber number)
        {
            index = new(default, number);
            return HasIndex(number);
        }

        bool has = PythonNumber.TryIndex(element, out BigInteger value);
        index = new(value, null);
        return has;
    }

    /// <summary>The index, or what asking for it throws.</summary>
    /// <exception cref="ViewArgumentException">The number passes every index. Python: IndexError.</exception>
    public nint Value()
    {
        BigInteger value = _value;
        if (_number is not null)
        {
            PythonNumber.TryIndex(_number, out value);
        }

        return value >= nint.MinValue && value <= nint.MaxValue ? (nint)value : throw Error.IndexTooLarge(value);
    }

    // What throws has one: it is thrown again by Value, if that is asked.
    [SuppressMessage("Design", "CA1031", Justification = "User code may throw anything; it is thrown again by Value.")]
    private static bool HasIndex(IPythonNumber number)
    {
        try
        {
            return number.HasIndex;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
