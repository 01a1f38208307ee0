using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Benchmarks;

/// <summary>What a program does most: views made, sliced, and read item by item.</summary>
internal static unsafe class Access
{
    private const int N = 4096;

    public static Row[] Rows()
    {
        int[] array = new int[N];
        int[,] grid = new int[64, 64];
        Memory<int> memory = array;
        MemoryView view = array.AsMemoryView(), table = grid.AsMemoryView();
        MemoryView native = NativeBuffer.Allocate(N * sizeof(int)).AsMemoryView().Cast<int>();
        int* pointer = (int*)NativeMemory.AllocZeroed(N * sizeof(int));
        return
        [
            new("new object of 72 bytes", N, () => Repeat(() => new Object72())),
            new("Memory<int>.Slice", N, () => MemorySlices(memory)),
            new("view[2..6]", N, () => Slices(view), 12, 72, "new object of 72 bytes"),
            new("table[1..3, 2..6]", N, () => Slices2D(table), 25, 136, "new object of 72 bytes"),
            new("table[3, ..]", N, () => RowsOf(table), null, 72, "new object of 72 bytes"),
            new("array.AsMemoryView()", N, () => Roots(array), 20, null, "new object of 72 bytes"),
            new("pointer[i]", N, () => SumPointer(pointer)),
            new("array[i]", N, () => SumArray(array)),
            new("memory.Span[i]", N, () => SumMemory(memory)),
            new("view.Get<int>(i), array", N, () => SumView(view), 1.0, 0, "array[i]"),
            new("view.Set<int>(i), array", N, () => SetView(view), 1.2, 0, "array[i]"),
            new("table.Get<int>(i, j), array", N, () => SumTable(table), 1.4, 0, "array[i]"),
            new("view.Get<int>(i), native", N, () => SumView(native), null, 0, "pointer[i]"),
            new("lease.View1D<int>()[i]", N, () => SumLease(view), null, 0, "array[i]"),
        ];
    }

    private static object? Repeat(Func<object> make)
    {
        object? last = null;
        for (int i = 0; i < N; i++)
        {
            last = make();
        }

        return last;
    }

    private static object? MemorySlices(Memory<int> memory)
    {
        int total = 0;
        for (int i = 0; i < N; i++)
        {
            total += memory[(i & 7)..].Length;
        }

        return total;
    }

    private static MemoryView? Slices(MemoryView view)
    {
        MemoryView? last = null;
        for (int i = 0; i < N; i++)
        {
            last = view[2..6];
        }

        return last;
    }

    private static MemoryView? Slices2D(MemoryView table)
    {
        MemoryView? last = null;
        for (int i = 0; i < N; i++)
        {
            last = table[1..3, 2..6];
        }

        return last;
    }

    private static MemoryView? RowsOf(MemoryView table)
    {
        MemoryView? last = null;
        for (int i = 0; i < N; i++)
        {
            last = table[3, ..];
        }

        return last;
    }

    private static MemoryView? Roots(int[] array)
    {
        MemoryView? last = null;
        for (int i = 0; i < N; i++)
        {
            last = array.AsMemoryView();
        }

        return last;
    }

    private static object? SumPointer(int* pointer)
    {
        long total = 0;
        for (nint i = 0; i < N; i++)
        {
            total += pointer[i];
        }

        return total;
    }

    private static object? SumArray(int[] array)
    {
        long total = 0;
        for (int i = 0; i < array.Length; i++)
        {
            total += array[i];
        }

        return total;
    }

    private static object? SumMemory(Memory<int> memory)
    {
        long total = 0;
        for (int i = 0; i < N; i++)
        {
            total += memory.Span[i];
        }

        return total;
    }

    private static object? SumView(MemoryView view)
    {
        long total = 0;
        for (nint i = 0; i < N; i++)
        {
            total += view.Get<int>(i);
        }

        return total;
    }

    private static object? SetView(MemoryView view)
    {
        for (nint i = 0; i < N; i++)
        {
            view.Set<int>(i, 7);
        }

        return null;
    }

    private static object? SumTable(MemoryView table)
    {
        long total = 0;
        for (nint i = 0; i < 64; i++)
        {
            for (nint j = 0; j < 64; j++)
            {
                total += table.Get<int>(i, j);
            }
        }

        return total;
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

    // Two references and 40 bytes, as a view has.
    private sealed class Object72
    {
        public object? A { get; set; }

        public object? B { get; set; }

        public (long, long, long, long, long) Rest { get; set; }
    }
}
