using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews;

// What makes a view a sequence.
public sealed partial class PythonView
{
    /// <summary>Items along the first axis. Python: <c>len(view)</c>.</summary>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    public nint Len() => View.Length;

    /// <summary>Whether there are items along the first axis. Python: <c>bool(view)</c>.</summary>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    public bool Bool() => Len() != 0;

    /// <summary>How many items <c>iter(view)</c> gives, and whether it gives any: for those who walk by index.</summary>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    /// <exception cref="ViewNotSupportedException">As for <see cref="Iterate"/>. Python: NotImplementedError.</exception>
    public nint IterableLength()
    {
        nint length = Len();
        if (IsStrict)
        {
            CheckIterableStrictly();
        }

        return length;
    }

    /// <summary>
    /// The items in order, read as they are reached; length and format are those at the start. Not strict, a view of higher rank gives its rows.
    /// Python: <c>iter(view)</c>.
    /// </summary>
    /// <exception cref="ViewReleasedException">The view is released; at each step, too. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    /// <exception cref="ViewNotSupportedException">A rank above 1, or a format that CPython does not read. Python: NotImplementedError.</exception>
    public IEnumerable<object?> Iterate()
    {
        nint length = IterableLength();
        return Walk(0, length, 1);
    }

    /// <summary>The items from the last to the first. Python: <c>reversed(view)</c>, which finds out what it cannot do when an item is reached.</summary>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    /// <exception cref="ViewNotSupportedException">As for <see cref="Iterate"/>, at the first step. Python: NotImplementedError.</exception>
    public IEnumerable<object?> Reversed()
    {
        nint length = Len();
        return Walk(length - 1, -1, -1);
    }

    /// <summary>Whether some item equals a value. Python: <c>value in view</c>.</summary>
    /// <param name="value">Any object.</param>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    /// <exception cref="ViewNotSupportedException">As for <see cref="Iterate"/>. Python: NotImplementedError.</exception>
    public bool Contains(object? value) => Find(value, 0, IterableLength()) >= 0;

    /// <summary>How many items equal a value. Python 3.14: <c>view.count(value)</c>.</summary>
    /// <param name="value">Any object.</param>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    /// <exception cref="ViewNotSupportedException">As for <see cref="Iterate"/>. Python: NotImplementedError.</exception>
    public nint Count(object? value)
    {
        nint count = 0;
        foreach (object? item in Iterate())
        {
            count += IsSame(item, value) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first index of a value. Python 3.14: <c>view.index(value, start, stop)</c>.</summary>
    /// <param name="value">Any object.</param>
    /// <param name="start">Where to begin: any number; negative from the end.</param>
    /// <param name="stop">Where to end.</param>
    /// <exception cref="ViewArgumentException">The value is not there (ValueError); a bound that is no number (TypeError).</exception>
    /// <exception cref="ViewOperationException">The rank is 0. Python: TypeError.</exception>
    /// <exception cref="ViewNotSupportedException">As for <see cref="Iterate"/>. Python: NotImplementedError.</exception>
    public nint Index(object? value, object? start, object? stop)
    {
        nint from = BoundOf(start), to = BoundOf(stop);
        nint length = IterableLength();
        from = from < 0 ? nint.Max(0, from + length) : from;
        to = to < 0 ? nint.Max(0, to + length) : nint.Min(to, length);
        nint found = Find(value, from, to);
        return found >= 0 ? found : throw Error.NotFound();
    }

    /// <inheritdoc cref="Index(object?, object?, object?)"/>
    public nint Index(object? value) => Index(value, BigInteger.Zero, nint.MaxValue);

    private static nint BoundOf(object? bound) => PythonKey.Bound(bound) ?? throw Error.SliceBound(null);

    private void CheckIterableStrictly()
    {
        if (View.Rank != 1)
        {
            throw Error.NoSubViews(View.Rank);
        }

        CheckOneCode();
    }

    private IEnumerable<object?> Walk(nint from, nint to, nint step)
    {
        for (nint i = from; i != to; i += step)
        {
            yield return GetItem(i);
        }
    }

    private nint Find(object? value, nint from, nint to)
    {
        for (nint i = from; i < to; i++)
        {
            if (IsSame(GetItem(i), value))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSame(object? item, object? value) => item is PythonView row ? row.ContentEquals(value) : ItemEquality.Values(item, value);
}
