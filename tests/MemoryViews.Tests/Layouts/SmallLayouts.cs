using System;
using System.Collections.Generic;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layouts small enough to list their items, and the lists.</summary>
internal static class SmallLayouts
{
    /// <summary>Where each item starts, in C order, by the definition: offset plus index times stride, summed.</summary>
    public static List<nint> ItemOffsets(Layout layout)
    {
        List<nint> offsets = [layout.Offset];
        for (int axis = 0; axis < layout.Rank; axis++)
        {
            List<nint> longer = [];
            foreach (nint offset in offsets)
            {
                for (nint i = 0; i < layout.Shape[axis]; i++)
                {
                    longer.Add(offset + i * layout.Strides[axis]);
                }
            }

            offsets = longer;
        }

        return offsets;
    }

    /// <summary>The bytes of all items as bits; bit 64 is byte 0. Only for layouts within [-64, 64).</summary>
    public static UInt128 Bytes(Layout layout)
    {
        UInt128 item = (UInt128.One << (int)layout.ItemSize) - 1, bytes = 0;
        foreach (nint offset in ItemOffsets(layout))
        {
            bytes |= item << (64 + (int)offset);
        }

        return bytes;
    }

    public static HashSet<nint> ByteSet(Layout layout)
    {
        HashSet<nint> bytes = [];
        foreach (nint offset in ItemOffsets(layout))
        {
            for (nint i = 0; i < layout.ItemSize; i++)
            {
                bytes.Add(offset + i);
            }
        }

        return bytes;
    }

    public static List<Layout> OfRank1(nint maxLength, nint maxStride, nint maxItemSize)
    {
        List<Layout> all = [];
        for (nint itemSize = 1; itemSize <= maxItemSize; itemSize++)
        {
            for (nint length = 1; length <= maxLength; length++)
            {
                for (nint stride = -maxStride; stride <= maxStride; stride++)
                {
                    all.Add(Layout.Strided(itemSize, [length], [stride]));
                }
            }
        }

        return all;
    }

    /// <summary>Lengths 1 to 4, strides -6 to 6, items of 1 to 4 bytes: at most 58 bytes to either side.</summary>
    public static Layout Random(Random random, int rank)
    {
        nint[] shape = new nint[rank], strides = new nint[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            (shape[axis], strides[axis]) = (random.Next(1, 5), random.Next(-6, 7));
        }

        return Layout.Strided(random.Next(1, 5), shape, strides);
    }

    /// <summary>Rank 1 to 3 with wide gaps between the items.</summary>
    public static Layout RandomSparse(Random random)
    {
        int rank = random.Next(1, 4);
        nint[] shape = new nint[rank], strides = new nint[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            (shape[axis], strides[axis]) = (random.Next(1, rank == 1 ? 100 : 9), random.Next(-700, 701));
        }

        return Layout.Strided(random.Next(1, 6), shape, strides);
    }
}
