using System;
using System.Diagnostics;

namespace MemoryViews.Command.Tour.Steps;

internal static class MillionSlices
{
    public static void Run()
    {
        const int Count = 1_000_000;
        long room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        int size = (int)Math.Min(1_000, room / 3 / Count); // bytes in a slice: 1 GB in all, if there is room
        byte[] large = new byte[Count * size];
        using MemoryView view = large.AsMemoryView();
        Console.WriteLine($"{large.Length:N0} bytes");

        (long start, long allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        MemoryView[] slices = new MemoryView[Count];
        for (int i = 0; i < Count; i++)
        {
            slices[i] = view.Slice((nint)i * size, size);
        }

        Report("slices", start, allocated);

        (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        byte[][] copies = new byte[Count][];
        for (int i = 0; i < Count; i++)
        {
            copies[i] = large[(i * size)..((i + 1) * size)];
        }

        Report("copies", start, allocated);

        large[^1] = 7;                                     // all of them live: one sees this, one does not
        Console.WriteLine($"the last byte: {slices[^1][^1]} in the slice, {copies[^1][^1]} in the copy");
    }

    private static void Report(string what, long start, long allocated)
    {
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double megabytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6;
        Console.WriteLine($"a million {what}: {milliseconds:N0} ms, {megabytes:N0} MB");
    }
}
