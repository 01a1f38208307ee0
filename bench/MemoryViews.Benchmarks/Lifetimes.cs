using System;
using System.IO;
using System.Runtime.InteropServices;

namespace MemoryViews.Benchmarks;

/// <summary>
/// What it costs that memory may be closed at any time: items of every kind of memory, each beside the same loop without a guard; leases; closing.
/// </summary>
internal static unsafe class Lifetimes
{
    private const int N = 4096;
    private const int Bytes = N * sizeof(int);
    private const string OfArray = "array[i]", OfPointer = "pointer[i]";

    public static int Run()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, new byte[CloseLatency.Bytes]);
        try
        {
            using MappedFile file = MappedFile.Open(path);
            int missed = new Table(Rows(file), rounds: 25).Run();
            return Math.Max(missed, CloseLatency.Run(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Row[] Rows(MappedFile file)
    {
        int[] array = new int[N];
        int* pointer = (int*)NativeMemory.AllocZeroed(Bytes);
        MemoryView managed = array.AsMemoryView(), own = NativeBuffer.Allocate(Bytes).AsMemoryView().Cast<int>();
        MemoryView mapped = new MemoryView(file)[..Bytes].Cast<int>();
        MemoryView borrowed = new MemoryView(new Borrowed(MemoryBlock.Borrow(pointer, Bytes, isReadOnly: false))).Cast<int>();
        return
        [
            new(OfArray, N, () => Sum(array)),
            new("view.Get<int>(i), array", N, () => Sum<Managed>(managed), 1.0, 0, OfArray),
            new("view.Set<int>(i), array", N, () => Fill<Managed>(managed), null, 0, OfArray),
            new(OfPointer, N, () => Sum(pointer)),
            new("view.Get<int>(i), native", N, () => Sum<Own>(own), 1.6, 0, OfPointer),
            new("view.Set<int>(i), native", N, () => Fill<Own>(own), null, 0, OfPointer),
            new("view.Get<int>(i), mapped", N, () => Sum<Mapped>(mapped), 1.6, 0, OfPointer),
            new("view.Get<int>(i), borrowed", N, () => Sum<Foreign>(borrowed), null, 0, OfPointer),
            new("lease.View1D<int>()[i], native", N, () => SumLease(own), null, 0, OfPointer),
            new("using view.LeaseReadOnly(), array", 256, () => Leases(managed)),
            new("using view.LeaseReadOnly(), native", 256, () => Leases(own)),
            new("using view.LeaseReadOnly(), borrowed", 256, () => Leases(borrowed)),
            new("NativeMemory.AlignedAlloc and Free, 256 B", 64, AllocateAndFree),
            new("NativeBuffer.Allocate and Close, 256 B", 64, AllocateAndClose, null, null, "NativeMemory.AlignedAlloc and Free, 256 B"),
        ];
    }

    private static object? Sum(int[] array)
    {
        long total = 0;
        for (int i = 0; i < array.Length; i++)
        {
            total += array[i];
        }

        return total;
    }

    private static object? Sum(int* pointer)
    {
        long total = 0;
        for (nint i = 0; i < N; i++)
        {
            total += pointer[i];
        }

        return total;
    }

    // A method for each kind of memory: the JIT arranges each by what it has seen there, as it does in a program that uses one kind in one place.
    private static object? Sum<TMemory>(MemoryView view)
        where TMemory : struct
    {
        long total = 0;
        for (nint i = 0; i < N; i++)
        {
            total += view.Get<int>(i);
        }

        return total;
    }

    private static object? Fill<TMemory>(MemoryView view)
        where TMemory : struct
    {
        for (nint i = 0; i < N; i++)
        {
            view.Set<int>(i, 7);
        }

        return null;
    }

    private static object? SumLease(MemoryView view)
    {
        long total = 0;
        using ReadOnlyLease lease = view.LeaseReadOnly();
        ReadOnlyView1D<int> items = lease.View1D<int>();
        for (nint i = 0; i < items.Length; i++)
        {
            total += items[i];
        }

        return total;
    }

    private static object? Leases(MemoryView view)
    {
        long total = 0;
        for (int i = 0; i < 256; i++)
        {
            using ReadOnlyLease lease = view.LeaseReadOnly();
            total += lease.Bytes[0];
        }

        return total;
    }

    private static object? AllocateAndFree()
    {
        for (int i = 0; i < 64; i++)
        {
            NativeMemory.AlignedFree(NativeMemory.AlignedAlloc(256, 64));
        }

        return null;
    }

    private static object? AllocateAndClose()
    {
        for (int i = 0; i < 64; i++)
        {
            NativeBuffer.Allocate(256, zeroed: false).Close();
        }

        return null;
    }

    private readonly struct Managed;

    private readonly struct Own;

    private readonly struct Mapped;

    private readonly struct Foreign;

    private sealed class Borrowed(MemoryBlock block) : IBufferExporter
    {
        public BufferExport GetBuffer(BufferRequest request)
            => new BufferExport(this, block, Layout.Contiguous(1, [block.Length]), ItemFormat.Parse("B"), isReadOnly: false).Narrow(request);
    }
}
