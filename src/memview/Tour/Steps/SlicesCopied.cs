using System;
using System.Buffers;

namespace MemoryViews.Command.Tour.Steps;

internal static class SlicesCopied
{
    public static void Run()
    {
        ByteArray bytes = new(1_000_000);
        using MemoryView view = new(bytes);
        using MemoryHandle pin = view.Pin();               // or the collector might move the bytes between two looks

        long before = GC.GetAllocatedBytesForCurrentThread();
        ByteArray copied = bytes[..500_000];
        long between = GC.GetAllocatedBytesForCurrentThread();
        MemoryView viewed = view[..500_000];
        long after = GC.GetAllocatedBytesForCurrentThread();

        Console.WriteLine($"the bytes         at {Address.Of(bytes)}");
        Console.WriteLine($"slice of bytes    at {Address.Of(copied)}, {between - before:N0} bytes allocated");
        Console.WriteLine($"slice of a view   at {Address.Of(viewed)}, {after - between:N0} bytes allocated");
    }
}
