using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Walks two operands in C order to the first pair of items that are not the same.</summary>
internal struct MismatchRows<TSame>(TSame same, nint itemSize) : IRowKernel2
    where TSame : struct, ISame
{
    private nint _seen;

    /// <summary>The flat C-order index of the pair, once the walk was stopped.</summary>
    public readonly nint Found => _seen;

    public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
    {
        nint place = TSame.IsExact && strideA == itemSize && strideB == itemSize
            ? InRun(ref a, ref b, count)
            : InRow(ref a, strideA, ref b, strideB, count);
        _seen += place;
        return place == count;
    }

    // The place of the first difference, or the count. Items of no bytes are all the same.
    private readonly nint InRun(scoped ref byte a, scoped ref byte b, nint count)
    {
        nint place = ByteRun.Mismatch(ref a, ref b, count * itemSize);
        return place < 0 ? count : place / itemSize;
    }

    private readonly nint InRow(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
    {
        nint i = 0;
        while (i < count && same.Same(ref Unsafe.AddByteOffset(ref a, i * strideA), ref Unsafe.AddByteOffset(ref b, i * strideB)))
        {
            i++;
        }

        return i;
    }
}
