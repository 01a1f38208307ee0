using System;
using System.Runtime.CompilerServices;

namespace MemoryViews.Command.Tour.Steps;

internal static class Lifetimes
{
    public static void Resizing()
    {
        ByteArray bytes = new("grow"u8);
        MemoryView view = new(bytes);

        try
        {
            bytes.Append((byte)'n');
        }
        catch (BufferException refusal)
        {
            Console.WriteLine($"{refusal.Holders.Count} holder: {refusal.Message}");
        }

        view.Release();                                    // or Dispose, or the end of a using
        bytes.Append((byte)'n');
        Console.WriteLine(bytes);
    }

    public static void Dropping()
    {
        ByteArray bytes = new("drop"u8);
        LookAndForget(bytes);                              // nobody releases that view
        Collect();

        bytes.Append((byte)'!');                           // the collector has given its loan back
        Console.WriteLine(bytes);
    }

    public static void Cycle()
    {
        WeakReference cycle = MakeCycle();
        Console.WriteLine($"alive before a collection: {cycle.IsAlive}");
        Collect();
        Console.WriteLine($"alive after it:            {cycle.IsAlive}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LookAndForget(ByteArray bytes)
    {
        MemoryView view = new(bytes);
        Console.WriteLine($"looked at {view.Length} bytes");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MakeCycle()
    {
        Page page = new();
        page.View = new MemoryView(page);                  // page -> view -> loan -> page
        return new WeakReference(page);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private sealed class Page : IBufferExporter
    {
        private readonly ExportLock _exports = new();
        private readonly byte[] _bytes = new byte[4096];

        public MemoryView? View { get; set; }

        public BufferExport GetBuffer(BufferRequest request)
        {
            Layout layout = Layout.Contiguous(itemSize: 1, [_bytes.Length]);
            BufferExport loan = new(this, MemoryBlock.OfArray(_bytes), layout, ItemFormat.Of<byte>(), isReadOnly: false);
            return _exports.Lend(loan.Narrow(request));
        }
    }
}
