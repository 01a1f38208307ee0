using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Tests;

/// <summary>Records the rows it is handed, and the offset of each item.</summary>
internal struct CountingKernel(byte[] memory, int most = int.MaxValue) : IRowKernel
{
    public int Rows { get; private set; }

    public nint Stride { get; private set; }

    public List<nint> Offsets { get; } = [];

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        Rows++;
        Stride = strideA;
        nint start = Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(memory), ref a);
        for (nint i = 0; i < count; i++)
        {
            Offsets.Add(start + (i * strideA));
        }

        return Rows < most;
    }
}

/// <summary>Records pairs of offsets.</summary>
internal readonly struct PairingKernel(byte[] memoryA, byte[] memoryB) : IRowKernel2
{
    public List<(nint A, nint B)> Pairs { get; } = [];

    public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
    {
        nint startA = Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(memoryA), ref a);
        nint startB = Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(memoryB), ref b);
        for (nint i = 0; i < count; i++)
        {
            Pairs.Add((startA + (i * strideA), startB + (i * strideB)));
        }

        return true;
    }
}
