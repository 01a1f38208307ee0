using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Converts a row, value by value.</summary>
internal readonly struct ConvertRow(ItemFormat to, ItemFormat from) : IRowKernel2
{
    private readonly ScalarKind _to = to.Scalar;
    private readonly ScalarKind _from = from.Scalar;
    private readonly bool _toSwapped = to.IsSwapped;
    private readonly bool _fromSwapped = from.IsSwapped;

    public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            ref byte source = ref Unsafe.AddByteOffset(ref b, i * strideB);
            ScalarCodec.Convert(_from, _fromSwapped, ref source, _to, _toSwapped, ref Unsafe.AddByteOffset(ref a, i * strideA));
        }

        return true;
    }
}

/// <summary>Converts a row to nowhere: it throws what the conversion would throw, and writes nothing.</summary>
internal readonly struct ConvertCheckRow(ItemFormat to, ItemFormat from) : IRowKernel
{
    private readonly ConvertRow _row = new(to, from);

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        // A stride of 0: every value lands in the same scratch, which is as long as the longest scalar.
        UInt128 scratch = default;
        return _row.Row(ref Unsafe.As<UInt128, byte>(ref scratch), 0, ref a, strideA, count);
    }
}
