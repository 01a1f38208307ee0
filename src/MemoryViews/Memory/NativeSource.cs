using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Aligned memory from the C heap. Its size is reported to the collector, so that dropped buffers are found in time.</summary>
internal sealed unsafe class NativeSource : MemorySource
{
    // The collector takes no pressure above this in one call on any platform.
    private const long MostPressure = long.MaxValue / 4;

    public NativeSource(nint byteLength, nint alignment, bool zeroed)
    {
        if (byteLength < 0)
        {
            throw Error.NegativeLength(byteLength);
        }

        if (alignment < 1 || !BitOperations.IsPow2(alignment))
        {
            throw Error.BadAlignment(alignment);
        }

        if (byteLength > nint.MaxValue - alignment)
        {
            throw Error.OutOfMemory(byteLength, null);
        }

        Address = Allocate(byteLength, alignment);
        Length = byteLength;
        if (zeroed)
        {
            NativeMemory.Clear((void*)Address, (nuint)byteLength);
        }

        if (byteLength > 0)
        {
            GC.AddMemoryPressure(Math.Min(byteLength, MostPressure));
        }
    }

    public override void Free()
    {
        NativeMemory.AlignedFree((void*)Address);
        if (Length > 0)
        {
            GC.RemoveMemoryPressure(Math.Min(Length, MostPressure));
        }
    }

    // An empty buffer still has an address of its own: one byte is taken.
    private static nint Allocate(nint byteLength, nint alignment)
    {
        try
        {
            return (nint)NativeMemory.AlignedAlloc((nuint)Math.Max(byteLength, 1), (nuint)Math.Max(alignment, nint.Size));
        }
        catch (OutOfMemoryException e)
        {
            throw Error.OutOfMemory(byteLength, e);
        }
    }
}
