using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// The bytes of all items in C order, whatever the layout, handed to a sink in blocks. Every block but the last is a multiple of the
/// buffer's length, so a sink sees the same cuts for the same bytes however they lie: long contiguous rows go to it in place, the rest
/// is gathered in the buffer.
/// </summary>
/// <param name="sink">What takes the bytes.</param>
/// <param name="buffer">Room for a block: a power of 2 not above <see cref="ByteRun.Piece"/>.</param>
/// <param name="itemSize">Bytes in an item.</param>
/// <param name="skip">Bytes left out at the start.</param>
internal ref struct ByteStream<TSink>(TSink sink, Span<byte> buffer, nint itemSize, nint skip = 0) : IRowKernel
    where TSink : struct, IByteSink, allows ref struct
{
    private readonly Span<byte> _buffer = buffer;
    private TSink _sink = sink;
    private nint _skip = skip;
    private int _filled;

    /// <summary>The sink, with what it has found.</summary>
    public readonly TSink Sink => _sink;

    /// <summary>Streams an operand to its end, or until the sink has enough.</summary>
    public void Run(scoped in Operand a)
    {
        if (LoopNest.Run(in a, LoopOrder.C, ref this) && _filled > 0)
        {
            _sink.Take(_buffer[.._filled]);
        }
    }

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        if (itemSize == 0)
        {
            return true;
        }

        nint first = Math.Min(_skip / itemSize, count);
        _skip -= first * itemSize;
        if (first == count)
        {
            return true;
        }

        ref byte place = ref Unsafe.AddByteOffset(ref a, first * strideA);
        return strideA == itemSize ? SkipAndAppend(ref place, (count - first) * itemSize) : Gather(ref place, strideA, count - first);
    }

    private bool SkipAndAppend(scoped ref byte a, nint bytes)
    {
        nint skip = _skip;
        _skip = 0;
        return Append(ref Unsafe.AddByteOffset(ref a, skip), bytes - skip);
    }

    private bool Gather(scoped ref byte a, nint strideA, nint count)
    {
        for (nint i = 0; i < count;)
        {
            ref byte place = ref Unsafe.AddByteOffset(ref a, i * strideA);
            nint fit = _skip > 0 ? 0 : Math.Min((_buffer.Length - _filled) / itemSize, count - i);
            if (!(fit == 0 ? SkipAndAppend(ref place, itemSize) : GatherWhole(ref place, strideA, fit)))
            {
                return false;
            }

            i += Math.Max(fit, 1);
        }

        return true;
    }

    private bool GatherWhole(scoped ref byte a, nint strideA, nint count)
    {
        CopyKernels.Row(ref _buffer[_filled], itemSize, ref a, strideA, count, itemSize);
        _filled += (int)(count * itemSize);
        return FlushFull();
    }

    private bool Append(scoped ref byte a, nint bytes)
    {
        for (nint done = 0; done < bytes;)
        {
            ref byte place = ref Unsafe.AddByteOffset(ref a, done);
            bool direct = _filled == 0 && bytes - done >= _buffer.Length;
            int length = direct ? WholeBlocks(bytes - done) : (int)Math.Min(bytes - done, _buffer.Length - _filled);
            if (!(direct ? _sink.Take(MemoryMarshal.CreateReadOnlySpan(ref place, length)) : Store(ref place, length)))
            {
                return false;
            }

            done += length;
        }

        return true;
    }

    private readonly int WholeBlocks(nint bytes)
    {
        int most = (int)Math.Min(bytes, ByteRun.Piece);
        return most - (most % _buffer.Length);
    }

    private bool Store(scoped ref byte a, int length)
    {
        MemoryMarshal.CreateReadOnlySpan(ref a, length).CopyTo(_buffer[_filled..]);
        _filled += length;
        return FlushFull();
    }

    private bool FlushFull()
    {
        if (_filled < _buffer.Length)
        {
            return true;
        }

        _filled = 0;
        return _sink.Take(_buffer);
    }
}
