using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Counts the items of an operand that are the same as the one wanted.</summary>
internal ref struct CountRows<TSame>(TSame same, ReadOnlySpan<byte> item) : IRowKernel
    where TSame : struct, ISame
{
    private readonly ReadOnlySpan<byte> _item = item;

    /// <summary>How many there were so far.</summary>
    public nint Count { get; private set; }

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        Count += TSame.IsExact && strideA == _item.Length && ItemRun.HasVector(_item.Length)
            ? ItemRun.Count(ref a, count, _item)
            : InRow(ref a, strideA, count);
        return true;
    }

    private readonly nint InRow(scoped ref byte a, nint strideA, nint count)
    {
        ref byte item = ref MemoryMarshal.GetReference(_item);
        nint sum = 0;
        for (nint i = 0; i < count; i++)
        {
            sum += same.Same(ref Unsafe.AddByteOffset(ref a, i * strideA), ref item) ? 1 : 0;
        }

        return sum;
    }
}
