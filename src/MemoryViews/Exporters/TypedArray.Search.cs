using System;

namespace MemoryViews;

// Search for values of any type. Numbers of the usual types are looked for in a view of the array, as the kernels do it; the rest item by item.
public sealed partial class TypedArray
{
    /// <summary>How many items equal a value, as Python's == compares: 1 equals 1.0 and true. Python: <c>count</c>.</summary>
    /// <param name="value">The value.</param>
    public nint Count(object? value)
    {
        using MemoryView view = new(this);
        return AsNumber(value) switch
        {
            long whole => view.Count(whole),
            double real => view.Count(real),
            _ => CountEach(value),
        };
    }

    /// <summary>The first item that equals a value, as Python's == compares. Python: <c>index</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="start">The item to start from; negative counts from the end.</param>
    /// <param name="stop">The item to stop before; null for the end.</param>
    /// <returns>The index, or -1.</returns>
    public nint IndexOf(object? value, nint start = 0, nint? stop = null)
    {
        nint count = new AxisRange(start, stop ?? nint.MaxValue, 1).Resolve(Length, out nint first);
        using MemoryView view = new(this), part = view[[new Slice(first, first + count)]];
        return AsNumber(value) switch
        {
            long whole => Shifted(part.IndexOf(whole), first),
            double real => Shifted(part.IndexOf(real), first),
            _ => IndexOfEach(value, first, first + count),
        };
    }

    private static nint Shifted(nint index, nint by) => index < 0 ? -1 : index + by;

    // A character is no number here, and text holds none.
    private object? AsNumber(object? value) => _type.IsText || value is char ? null
        : value is double or float or Half && NumberValue.TryReal(value, out double real, out _) ? real
        : NumberValue.TryInteger(value, out _, out Int128 whole, out bool fits) && fits && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole
        : null;

    private nint CountEach(object? value)
    {
        nint count = 0;
        for (nint at = IndexOfEach(value, 0, Length); at >= 0; at = IndexOfEach(value, at + 1, Length))
        {
            count++;
        }

        return count;
    }

    private nint IndexOfEach(object? value, nint start, nint stop)
    {
        for (nint i = start; i < stop; i++)
        {
            if (ItemEquality.Values(this[i], value))
            {
                return i;
            }
        }

        return -1;
    }
}
