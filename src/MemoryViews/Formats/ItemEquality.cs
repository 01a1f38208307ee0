using System;
using System.Collections;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// Equality as Python's == has it: numbers by exact value whatever their types (2^53 + 1 is no double), NaN never, bytes by
/// content and never equal to numbers, text by characters, records and arrays value by value.
/// </summary>
internal static class ItemEquality
{
    /// <summary>Whether two items hold equal values. Items that cannot be read are equal when their formats and bytes are.</summary>
    public static bool Equal(ItemFormat a, ReadOnlySpan<byte> x, ItemFormat b, ReadOnlySpan<byte> y)
    {
        if (a.Scalar != ScalarKind.None && b.Scalar != ScalarKind.None)
        {
            return ScalarEquality.Equal(a.Scalar, a.IsSwapped, in x[0], b.Scalar, b.IsSwapped, in y[0]);
        }

        if (!a.CanReadItems || !b.CanReadItems)
        {
            return a.Equals(b) && x.SequenceEqual(y);
        }

        return a.Equals(b) ? a.EqualItems(x, y) : Values(a.Read(x), b.Read(y));
    }

    /// <summary>Whether two values are equal, in the types the codec gives or any other number, list or array.</summary>
    public static bool Values(object? a, object? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        if (IsBytes(a) || IsBytes(b))
        {
            return IsBytes(a) && IsBytes(b) && BytesOf(a).SequenceEqual(BytesOf(b));
        }

        if (a is string or char || b is string or char)
        {
            return a is string or char && b is string or char && a.ToString() == b.ToString();
        }

        return SequenceOf(a) is { } left ? SequenceOf(b) is { } right && SameExtents(a, b) && Sequences(left, right)
            : NumberEquality.IsNumber(a) && NumberEquality.IsNumber(b) ? NumberEquality.Equal(a, b)
            : a.Equals(b);
    }

    /// <summary>A hash that is equal for equal values.</summary>
    public static int Hash(object? value)
    {
        if (value is null)
        {
            return 0;
        }

        HashCode hash = default;
        if (IsBytes(value))
        {
            hash.AddBytes(BytesOf(value));
        }
        else if (value is string or char)
        {
            hash.Add(value.ToString());
        }
        else if (SequenceOf(value) is { } items)
        {
            foreach (object? item in items)
            {
                hash.Add(Hash(item));
            }
        }
        else
        {
            return NumberEquality.IsNumber(value) ? NumberEquality.Hash(value) : value.GetHashCode();
        }

        return hash.ToHashCode();
    }

    private static bool IsBytes(object value) => value is byte[] or ReadOnlyMemory<byte> or Memory<byte>;

    private static ReadOnlySpan<byte> BytesOf(object value) => value switch
    {
        byte[] bytes => bytes,
        ReadOnlyMemory<byte> memory => memory.Span,
        _ => ((Memory<byte>)value).Span,
    };

    private static IEnumerable? SequenceOf(object value) => value as IEnumerable;

    // An array of two axes is as long as one of one axis with as many items, and not equal to it.
    private static bool SameExtents(object a, object b)
    {
        if (a is not Array { Rank: > 1 } x || b is not Array { Rank: > 1 } y)
        {
            return (a as Array)?.Rank is null or 1 && (b as Array)?.Rank is null or 1;
        }

        bool same = x.Rank == y.Rank;
        for (int i = 0; same && i < x.Rank; i++)
        {
            same = x.GetLength(i) == y.GetLength(i);
        }

        return same;
    }

    private static bool Sequences(IEnumerable a, IEnumerable b)
    {
        // Lists can hold themselves: an exception is better than a stack that overflows.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        IEnumerator left = a.GetEnumerator(), right = b.GetEnumerator();
        while (left.MoveNext())
        {
            if (!right.MoveNext() || !Values(left.Current, right.Current))
            {
                return false;
            }
        }

        return !right.MoveNext();
    }
}
