using System;
using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests;

/// <summary>Layouts of every kind that fit a memory of <see cref="MemoryLength"/> bytes, for an item size.</summary>
public static class KernelLayouts
{
    /// <summary>Bytes enough for every layout of every item size used in tests.</summary>
    public const int MemoryLength = 8192;

    /// <summary>The item sizes with a path of their own, and two without.</summary>
    public static TheoryData<int> ItemSizes => [1, 2, 3, 4, 8, 12, 16];

    /// <summary>Layouts whose items do not overlap, by shape: those of one shape stand together.</summary>
    public static IEnumerable<Layout[]> Families(int size)
    {
        yield return [Layout.Contiguous(size, []), Layout.Strided(size, [], [], 37)];
        yield return [Layout.Contiguous(size, [1]), Layout.Strided(size, [1], [-3], 11)];
        yield return OfRank1(size, 9);
        yield return OfRank1(size, 33);
        yield return [.. OfRank3(size, [3, 4]), Layout.Contiguous(size, [3, 9]).Slice(1, new Slice(1, null, 2))];
        yield return OfRank3(size, [2, 3, 4]);
        yield return OfRank3(size, [2, 1, 3, 2]);
        yield return [Layout.Contiguous(size, [0]), Layout.Strided(size, [0], [-1], 1 << 20)];
        yield return [Layout.Contiguous(size, [3, 0]), Layout.Contiguous(size, [3, 4]).Slice(1, new Slice(2, 2))];
    }

    /// <summary>Layouts of a shape that repeat items: sources, never destinations.</summary>
    public static IEnumerable<Layout> Repeating(int size, nint[] shape)
    {
        yield return Layout.Contiguous(size, []).BroadcastTo(shape);
        if (shape.Length > 1)
        {
            yield return Layout.Contiguous(size, shape.AsSpan(1)).BroadcastTo(shape);
        }

        if (shape.Length == 1)
        {
            yield return Layout.Strided(size, shape, [1], 5);
        }
    }

    private static Layout[] OfRank1(int size, nint length) =>
    [
        Layout.Contiguous(size, [length]),
        Layout.Strided(size, [length], [2 * size], 5),
        Layout.Strided(size, [length], [-size], length * size),
        Layout.Strided(size, [length], [(-3 * size) - 1], 4000),
    ];

    private static Layout[] OfRank3(int size, nint[] shape)
    {
        Layout c = Layout.Contiguous(size, shape), f = Layout.Contiguous(size, shape, AxisOrder.F);
        nint[] wide = [.. shape];
        wide[^1] += 3;
        Layout gaps = Layout.Contiguous(size, wide).Slice(shape.Length - 1, new Slice(1, -2));
        return [c, f, c.Flip(0), f.Flip(shape.Length - 1), gaps, gaps.Flip(0).Flip(shape.Length - 1), .. shape.Length == 3 ? Turned(size, shape) : []];
    }

    private static Layout[] Turned(int size, nint[] shape) =>
        [Layout.Contiguous(size, [shape[2], shape[0], shape[1]]).Permute(1, 2, 0), Layout.Contiguous(size, [shape[1], shape[0], shape[2]]).Permute(1, 0, 2)];
}
