using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MemoryViews;

/// <summary>Copies of items between layouts of one shape and item size.</summary>
internal static class CopyKernels
{
    /// <summary>
    /// Copies every item of the source to its place in the destination, in any order. A contiguous row is copied as if through a
    /// temporary; for any other overlap the caller stages one, because rows and their order are chosen by strides.
    /// </summary>
    public static void Run(scoped in Operand destination, scoped in Operand source)
    {
        Debug.Assert(destination.Layout.ItemSize == source.Layout.ItemSize, "Items of two sizes are converted, not copied.");
        switch (destination.Layout.ItemSize)
        {
            case 0:
                break;
            case 1:
                Run<byte>(in destination, in source);
                break;
            case 2:
                Run<ushort>(in destination, in source);
                break;
            case 4:
                Run<uint>(in destination, in source);
                break;
            case 8:
                Run<ulong>(in destination, in source);
                break;
            case 16:
                Run<Vector128<byte>>(in destination, in source);
                break;
            default:
                CopyAnyRow any = new((uint)destination.Layout.ItemSize);
                LoopNest.Run(in destination, in source, LoopOrder.Free, ref any);
                break;
        }
    }

    private static void Run<T>(scoped in Operand destination, scoped in Operand source)
        where T : unmanaged
    {
        CopyRow<T> row = default;
        LoopNest.Run(in destination, in source, LoopOrder.Free, ref row);
    }

    /// <summary>Copies one row of items of any size: for kernels that gather rows into a buffer of their own.</summary>
    public static void Row(scoped ref byte destination, nint destinationStride, scoped ref byte source, nint sourceStride, nint count, nint itemSize)
    {
        switch (itemSize)
        {
            case 1:
                default(CopyRow<byte>).Row(ref destination, destinationStride, ref source, sourceStride, count);
                break;
            case 2:
                default(CopyRow<ushort>).Row(ref destination, destinationStride, ref source, sourceStride, count);
                break;
            case 4:
                default(CopyRow<uint>).Row(ref destination, destinationStride, ref source, sourceStride, count);
                break;
            case 8:
                default(CopyRow<ulong>).Row(ref destination, destinationStride, ref source, sourceStride, count);
                break;
            case 16:
                default(CopyRow<Vector128<byte>>).Row(ref destination, destinationStride, ref source, sourceStride, count);
                break;
            default:
                new CopyAnyRow((uint)itemSize).Row(ref destination, destinationStride, ref source, sourceStride, count);
                break;
        }
    }

    private readonly struct CopyRow<T> : IRowKernel2
        where T : unmanaged
    {
        public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
        {
            if (strideA == Unsafe.SizeOf<T>() && strideB == Unsafe.SizeOf<T>())
            {
                ByteRun.Copy(ref a, ref b, count * Unsafe.SizeOf<T>());
                return true;
            }

            for (nint i = 0; i < count; i++)
            {
                Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref a, i * strideA), Unsafe.ReadUnaligned<T>(ref Unsafe.AddByteOffset(ref b, i * strideB)));
            }

            return true;
        }
    }

    private readonly struct CopyAnyRow(uint itemSize) : IRowKernel2
    {
        public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
        {
            if (strideA == (nint)itemSize && strideB == (nint)itemSize)
            {
                ByteRun.Copy(ref a, ref b, count * (nint)itemSize);
                return true;
            }

            for (nint i = 0; i < count; i++)
            {
                Unsafe.CopyBlockUnaligned(ref Unsafe.AddByteOffset(ref a, i * strideA), ref Unsafe.AddByteOffset(ref b, i * strideB), itemSize);
            }

            return true;
        }
    }
}
