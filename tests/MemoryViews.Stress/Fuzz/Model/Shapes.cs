using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Shapes and index vectors, one step at a time.</summary>
internal static class Shapes
{
    public static int Count(ReadOnlySpan<int> shape)
    {
        int count = 1;
        foreach (int extent in shape)
        {
            count *= extent;
        }

        return count;
    }

    /// <summary>The next index vector in C order: the last axis counts first.</summary>
    public static void Step(int[] index, ReadOnlySpan<int> shape)
    {
        for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
        {
            index[axis] = 0;
        }
    }

    /// <summary>One number for every index vector of a shape, in C order.</summary>
    public static int[] Map(int[] shape, Func<int[], int> of)
    {
        int[] result = new int[Count(shape)];
        int[] index = new int[shape.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = of(index);
            Step(index, shape);
        }

        return result;
    }

    /// <summary>The index vector at a flat C-order position.</summary>
    public static int[] Vector(int flat, int[] shape)
    {
        int[] index = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            index[axis] = flat % shape[axis];
            flat /= shape[axis];
        }

        return index;
    }

    /// <summary>The flat C-order position of an index vector.</summary>
    public static int Flat(ReadOnlySpan<int> index, ReadOnlySpan<int> shape)
    {
        int flat = 0;
        for (int axis = 0; axis < index.Length; axis++)
        {
            flat = (flat * shape[axis]) + index[axis];
        }

        return flat;
    }

    /// <summary>The indices that Python's slice takes from an axis, by counting.</summary>
    public static int[] Take(int length, long? start, long? stop, long step)
    {
        long from = start ?? (step > 0 ? 0 : length - 1), to = stop ?? (step > 0 ? length : -1);
        from = start < 0 ? from + length : from;
        to = stop < 0 ? to + length : to;
        from = step > 0 ? Math.Max(from, 0) : Math.Min(from, length - 1);
        to = step > 0 ? Math.Min(to, length) : Math.Max(to, -1);
        System.Collections.Generic.List<int> taken = [];
        for (Int128 i = from; step > 0 ? i < to : i > to; i += step)
        {
            taken.Add((int)i);
        }

        return [.. taken];
    }

    public static nint[] Wide(int[] shape) => Array.ConvertAll(shape, extent => (nint)extent);

    public static string Show(int[] shape) => $"({string.Join(", ", shape)})";

    public static bool Same(ReadOnlySpan<nint> given, int[] expected) => given.Length == expected.Length && Wide(expected).AsSpan().SequenceEqual(given);

    /// <summary>Whether a shape repeats to another, as NumPy broadcasts.</summary>
    public static bool Broadcasts(int[] from, int[] to)
        => from.Length <= to.Length && Enumerable.Range(0, from.Length).All(i => from[i] == 1 || from[i] == to[to.Length - from.Length + i]);

    /// <summary>Where an index of the repeated shape comes from.</summary>
    public static int[] Unbroadcast(int[] index, int[] from)
        => [.. Enumerable.Range(0, from.Length).Select(i => from[i] == 1 ? 0 : index[index.Length - from.Length + i])];
}
