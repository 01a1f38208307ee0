using System;
using System.Collections.Generic;

namespace MemoryViews.Interchange.Tests;

/// <summary>
/// A consumer written from the header of DLPack alone: it reads bytes at offsets, and knows nothing of the library's structures.
/// <code>
///   versioned  0 major  4 minor  8 manager_ctx  16 deleter  24 flags  32 dl_tensor
///   legacy     0 dl_tensor  48 manager_ctx  56 deleter
///   dl_tensor  0 data  8 device_type  12 device_id  16 ndim  20 code  21 bits  22 lanes  24 shape  32 strides  40 byte_offset
/// </code>
/// </summary>
internal sealed unsafe class TensorReader(void* managed, bool isVersioned)
{
    private readonly byte* _managed = (byte*)managed;

    public (uint Major, uint Minor) Version => (*(uint*)_managed, *(uint*)(_managed + 4));

    public ulong Flags => *(ulong*)(_managed + 24);

    public int DeviceType => *(int*)(Tensor + 8);

    public int Rank => *(int*)(Tensor + 16);

    public (byte Code, byte Bits, ushort Lanes) Type => (Tensor[20], Tensor[21], *(ushort*)(Tensor + 22));

    public long[] Shape => Longs(24);

    public long[] Strides => Longs(32);

    public byte* Data => *(byte**)Tensor + *(ulong*)(Tensor + 40);

    private byte* Tensor => _managed + (isVersioned ? 32 : 0);

    /// <summary>All items in C order.</summary>
    public T[] Items<T>()
        where T : unmanaged
    {
        List<T> items = [];
        Walk(0, 0, items);
        return [.. items];
    }

    public void Delete()
    {
        void* deleter = *(void**)(_managed + (isVersioned ? 16 : 56));
        ((delegate* unmanaged[Cdecl]<void*, void>)deleter)(_managed);
    }

    private void Walk<T>(int axis, long index, List<T> items)
        where T : unmanaged
    {
        if (axis == Rank)
        {
            items.Add(((T*)Data)[index]);
            return;
        }

        for (long i = 0; i < Shape[axis]; i++)
        {
            Walk(axis + 1, index + (i * Strides[axis]), items);
        }
    }

    private long[] Longs(int offset) => new ReadOnlySpan<long>(*(void**)(Tensor + offset), Rank).ToArray();
}
