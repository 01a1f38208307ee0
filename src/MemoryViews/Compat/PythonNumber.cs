using System;
using System.Numerics;

namespace MemoryViews;

/// <summary>Which objects Python takes for an integer, a float or a truth value, and what it makes of them.</summary>
internal static class PythonNumber
{
    /// <summary>An int or bool itself: no object with __index__, no character.</summary>
    public static bool IsInt(object? value) => value is not (char or IPythonNumber) && NumberValue.TryInteger(value, out _, out _, out _);

    /// <summary>An int, or an object with __index__; false when there is none of both.</summary>
    public static bool TryIndex(object? value, out BigInteger index)
    {
        if (value is IPythonNumber number)
        {
            bool has = number.TryIndex(out Int128 result);
            index = result;
            return has;
        }

        index = default;
        return value is not char && NumberValue.TryBigInteger(value, out index);
    }

    /// <summary>A float, __float__, or a whole number; overflow says that the whole number passes every double.</summary>
    public static bool TryFloat(object? value, out double real, out bool overflow)
    {
        overflow = false;
        if (value is not IPythonNumber number)
        {
            real = 0;
            return value is not char && NumberValue.TryReal(value, out real, out overflow);
        }

        if (number.TryFloat(out real))
        {
            return true;
        }

        bool has = number.TryIndex(out Int128 index);
        real = has ? Rounding.ToDouble(index) : 0;
        return has;
    }

    /// <summary>The truth of any object. What __bool__ throws is thrown.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        IPythonNumber number => number.ToBool(),
        PythonView view => view.Bool(),
        TypedArray array => array.Length != 0,
        ByteArray bytes => bytes.Length != 0,
        Bytes bytes => bytes.Length != 0,
        _ => TruthValue.Of(value),
    };
}
