using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Contiguous runs of items whose size is a machine word: the vectorised searches, chosen by that size.</summary>
internal static class ItemRun
{
    /// <summary>Whether items of a size have a search here.</summary>
    public static bool HasVector(int itemSize) => itemSize is 1 or 2 or 4 or 8;

    /// <summary>The first item with these bytes; -1 when there is none.</summary>
    public static nint IndexOf(ref byte run, nint count, ReadOnlySpan<byte> item) => item.Length switch
    {
        1 => ByteRun.IndexOf(ref run, count, item[0]),
        2 => ByteRun.IndexOf(ref run, count, MemoryMarshal.Read<ushort>(item)),
        4 => ByteRun.IndexOf(ref run, count, MemoryMarshal.Read<uint>(item)),
        _ => ByteRun.IndexOf(ref run, count, MemoryMarshal.Read<ulong>(item)),
    };

    /// <summary>How many items have these bytes.</summary>
    public static nint Count(ref byte run, nint count, ReadOnlySpan<byte> item) => item.Length switch
    {
        1 => ByteRun.Count(ref run, count, item[0]),
        2 => ByteRun.Count(ref run, count, MemoryMarshal.Read<ushort>(item)),
        4 => ByteRun.Count(ref run, count, MemoryMarshal.Read<uint>(item)),
        _ => ByteRun.Count(ref run, count, MemoryMarshal.Read<ulong>(item)),
    };
}
