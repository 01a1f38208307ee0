using System;
using System.Numerics;
using System.Threading;

namespace MemoryViews;

/// <summary>Aligned memory of our own. Its size is reported to the collector, so that dropped buffers are found in time.</summary>
internal abstract class NativeSource : MemorySource
{
    /// <summary>From so many bytes on, memory is pages of its own, which go back the moment it is closed; less comes from the C heap.</summary>
    internal const nint LeastPages = 64 << 10;

    private const nint Spare = 1 << 20; // for whole pages around the bytes

    // The collector takes no pressure above this in one call on any platform.
    private const long MostPressure = long.MaxValue / 4;

    private long _pressure;

    private protected NativeSource(nint byteLength, bool staysReadable)
        : base(staysReadable)
    {
        Length = byteLength;
        if (byteLength > 0)
        {
            _pressure = Math.Min(byteLength, MostPressure);
            GC.AddMemoryPressure(_pressure);
        }
    }

    public static NativeSource Allocate(nint byteLength, nint alignment, bool zeroed)
    {
        if (byteLength < 0)
        {
            throw Error.NegativeLength(byteLength);
        }

        if (alignment < 1 || !BitOperations.IsPow2(alignment))
        {
            throw Error.BadAlignment(alignment);
        }

        if (byteLength > nint.MaxValue - alignment - Spare)
        {
            throw Error.OutOfMemory(byteLength, null);
        }

        if (GuardedSource.IsWanted && PageMemory.CanReplace)
        {
            return GuardedSource.OfPages(byteLength, alignment);
        }

        bool isCounted = byteLength >= LeastPages && !PageMemory.CanReplace;
        PageSource? pages = byteLength >= LeastPages && !isCounted ? PageSource.OfPages(byteLength, alignment) : null;
        return pages ?? (NativeSource)new HeapSource(HeapSource.OfHeap(byteLength, alignment, zeroed), byteLength, staysReadable: !isCounted);
    }

    /// <summary>The bytes are the system's again.</summary>
    private protected void RelievePressure()
    {
        if (Interlocked.Exchange(ref _pressure, 0) is > 0 and long pressure)
        {
            GC.RemoveMemoryPressure(pressure);
        }
    }
}
