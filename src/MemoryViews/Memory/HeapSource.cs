using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Memory from the C heap: a little, that stays readable until the block's finalizer frees it; or any amount, for blocks whose accesses are counted.
/// </summary>
internal sealed unsafe class HeapSource : NativeSource
{
    public HeapSource(nint address, nint byteLength, bool staysReadable)
        : base(byteLength, staysReadable) => Address = address;

    // An empty buffer still has an address of its own: one byte is taken.
    public static nint OfHeap(nint byteLength, nint alignment, bool zeroed)
    {
        try
        {
            void* address = NativeMemory.AlignedAlloc((nuint)Math.Max(byteLength, 1), (nuint)Math.Max(alignment, nint.Size));
            if (zeroed)
            {
                NativeMemory.Clear(address, (nuint)byteLength);
            }

            return (nint)address;
        }
        catch (OutOfMemoryException e)
        {
            throw Error.OutOfMemory(byteLength, e);
        }
    }

    private protected override void FreeAddresses()
    {
        NativeMemory.AlignedFree((void*)Address);
        RelievePressure();
    }
}
