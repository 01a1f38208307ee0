using System.Numerics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Copies a row with the bytes of each value reversed; a complex number is two values.</summary>
internal readonly struct SwapRow<T>(int parts) : IRowKernel2
    where T : unmanaged, IBinaryInteger<T>
{
    public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
    {
        nint size = parts * Unsafe.SizeOf<T>();
        if (strideA == size && strideB == size)
        {
            ByteRun.Reverse<T>(ref a, ref b, count * parts);
            return true;
        }

        for (nint i = 0; i < count; i++)
        {
            Swap(ref Unsafe.AddByteOffset(ref a, i * strideA), ref Unsafe.AddByteOffset(ref b, i * strideB));
        }

        return true;
    }

    private void Swap(scoped ref byte a, scoped ref byte b)
    {
        for (int part = 0; part < parts; part++)
        {
            nint offset = part * Unsafe.SizeOf<T>();
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref a, offset), ScalarCodec.Read<T>(true, ref Unsafe.AddByteOffset(ref b, offset)));
        }
    }
}
