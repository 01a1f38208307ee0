using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Walks an operand in C order to the first item that is the same as the one wanted.</summary>
internal ref struct FindRows<TSame>(TSame same, ReadOnlySpan<byte> item, nint start) : IRowKernel
    where TSame : struct, ISame
{
    private readonly ReadOnlySpan<byte> _item = item;
    private nint _skip = start;
    private nint _seen;

    /// <summary>The flat C-order index of the item, once the walk was stopped.</summary>
    public readonly nint Found => _seen;

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        nint first = Math.Min(_skip, count);
        _skip -= first;
        if (first == count)
        {
            _seen += count;
            return true;
        }

        ref byte place = ref Unsafe.AddByteOffset(ref a, first * strideA);
        nint rest = count - first;
        nint found = TSame.IsExact && strideA == _item.Length && ItemRun.HasVector(_item.Length)
            ? ItemRun.IndexOf(ref place, rest, _item)
            : InRow(ref place, strideA, rest);
        _seen += found < 0 ? count : first + found;
        return found < 0;
    }

    private readonly nint InRow(scoped ref byte a, nint strideA, nint count)
    {
        ref byte item = ref MemoryMarshal.GetReference(_item);
        for (nint i = 0; i < count; i++)
        {
            if (same.Same(ref Unsafe.AddByteOffset(ref a, i * strideA), ref item))
            {
                return i;
            }
        }

        return -1;
    }
}
