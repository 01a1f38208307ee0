using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Every item of a layout set to the same bytes.</summary>
internal static class FillKernels
{
    /// <summary>Writes the bytes of one item over every item.</summary>
    /// <param name="destination">The items written, in any order.</param>
    /// <param name="item">The bytes of one item, outside the destination.</param>
    public static void Run(scoped in Operand destination, scoped ReadOnlySpan<byte> item)
    {
        Debug.Assert(item.Length == destination.Layout.ItemSize, "The bytes are those of one item.");
        switch (item.Length)
        {
            case 0:
                break;
            case 1:
                Run(in destination, item[0]);
                break;
            case 2:
                Run(in destination, MemoryMarshal.Read<ushort>(item));
                break;
            case 4:
                Run(in destination, MemoryMarshal.Read<uint>(item));
                break;
            case 8:
                Run(in destination, MemoryMarshal.Read<ulong>(item));
                break;
            default:
                FillAnyRow any = new(item);
                LoopNest.Run(in destination, LoopOrder.Free, ref any);
                break;
        }
    }

    private static void Run<T>(scoped in Operand destination, T value)
        where T : unmanaged
    {
        FillRow<T> row = new(value);
        LoopNest.Run(in destination, LoopOrder.Free, ref row);
    }

    private readonly struct FillRow<T>(T value) : IRowKernel
        where T : unmanaged
    {
        public bool Row(scoped ref byte a, nint strideA, nint count)
        {
            if (strideA == Unsafe.SizeOf<T>())
            {
                ByteRun.Fill(ref a, count, value);
                return true;
            }

            for (nint i = 0; i < count; i++)
            {
                Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref a, i * strideA), value);
            }

            return true;
        }
    }

    private readonly ref struct FillAnyRow(ReadOnlySpan<byte> item) : IRowKernel
    {
        private readonly ReadOnlySpan<byte> _item = item;

        public bool Row(scoped ref byte a, nint strideA, nint count)
        {
            if (strideA == _item.Length)
            {
                FillRun(ref a, count * strideA);
                return true;
            }

            for (nint i = 0; i < count; i++)
            {
                _item.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref a, i * strideA), _item.Length));
            }

            return true;
        }

        // One item, then the run copied onto its own end: each copy doubles what is there, until a copy is big enough to be worth keeping in cache.
        private void FillRun(scoped ref byte a, nint bytes)
        {
            const int Most = 1 << 16;
            _item.CopyTo(MemoryMarshal.CreateSpan(ref a, _item.Length));
            nint chunk = _item.Length;
            for (nint done = chunk; done < bytes;)
            {
                nint length = Math.Min(chunk, bytes - done);
                ByteRun.Copy(ref Unsafe.AddByteOffset(ref a, done), ref a, length);
                done += length;
                chunk = done <= Most ? done : chunk;
            }
        }
    }
}
