using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Copies rows, one after another, to contiguous memory.</summary>
internal ref struct GatherRow(ref byte destination, nint itemSize) : IRowKernel
{
    private readonly ref byte _destination = ref destination;
    private nint _done;

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        CopyKernels.Row(ref Unsafe.AddByteOffset(ref _destination, _done), itemSize, ref a, strideA, count, itemSize);
        _done += count * itemSize;
        return true;
    }
}

/// <summary>Copies rows, one after another, from contiguous memory.</summary>
internal ref struct ScatterRow(ref byte source, nint itemSize) : IRowKernel
{
    private readonly ref byte _source = ref source;
    private nint _done;

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        CopyKernels.Row(ref a, strideA, ref Unsafe.AddByteOffset(ref _source, _done), itemSize, count, itemSize);
        _done += count * itemSize;
        return true;
    }
}

/// <summary>Loads rows by value into a span.</summary>
internal ref struct LoadRow<T>(ItemFormat format, Span<T> destination) : IRowKernel
    where T : unmanaged
{
    private readonly ScalarKind _kind = format.Scalar;
    private readonly bool _swapped = format.IsSwapped;
    private Span<T> _rest = destination;

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        for (int i = 0; i < (int)count; i++)
        {
            _rest[i] = ScalarCodec.Load<T>(_kind, _swapped, ref Unsafe.AddByteOffset(ref a, i * strideA));
        }

        _rest = _rest[(int)count..];
        return true;
    }
}

/// <summary>Stores rows by value from a span.</summary>
internal ref struct StoreRow<T>(ItemFormat format, ReadOnlySpan<T> source) : IRowKernel
    where T : unmanaged
{
    private readonly ScalarKind _kind = format.Scalar;
    private readonly bool _swapped = format.IsSwapped;
    private ReadOnlySpan<T> _rest = source;

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        for (int i = 0; i < (int)count; i++)
        {
            ScalarCodec.Store(_kind, _swapped, ref Unsafe.AddByteOffset(ref a, i * strideA), _rest[i]);
        }

        _rest = _rest[(int)count..];
        return true;
    }
}
