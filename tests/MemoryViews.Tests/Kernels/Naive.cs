using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace MemoryViews.Tests;

/// <summary>The obvious way: items visited in C order by index arithmetic, one at a time.</summary>
internal static class Naive
{
    /// <summary>The offsets of all items of a direct layout, in C order.</summary>
    public static List<nint> Offsets(Layout layout)
    {
        List<nint> offsets = [];
        Visit(layout, 0, layout.Offset, offsets);
        return offsets;
    }

    /// <summary>The bytes of all items, in C order.</summary>
    public static byte[] Gather(byte[] memory, Layout layout)
    {
        List<byte> bytes = [];
        foreach (nint offset in Offsets(layout))
        {
            bytes.AddRange(memory.AsSpan((int)offset, (int)layout.ItemSize));
        }

        return [.. bytes];
    }

    /// <summary>An operand over an array.</summary>
    public static Operand Over(byte[] memory, in Layout layout) => new(ref MemoryMarshal.GetArrayDataReference(memory), in layout);

    /// <summary>Bytes that differ from their neighbours, the same in every run.</summary>
    public static byte[] Noise(int length, int seed = 1)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static void Visit(Layout layout, int axis, nint offset, List<nint> offsets)
    {
        if (axis == layout.Rank)
        {
            offsets.Add(offset);
            return;
        }

        for (nint i = 0; i < layout.Shape[axis]; i++)
        {
            Visit(layout, axis + 1, offset + (i * layout.Strides[axis]), offsets);
        }
    }
}
