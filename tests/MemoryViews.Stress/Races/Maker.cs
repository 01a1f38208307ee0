using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace MemoryViews.Stress.Races;

/// <summary>Makes memory of every kind, full of its pattern.</summary>
internal sealed class Maker(ulong seed, Tally tally) : IDisposable
{
    private const int SmallBytes = 4 * 1024;
    private const int FilePattern = 0; // files outlive their mappings: always the same one

    // The commonest first. Files are opened and asked for their kind and length each time, which takes as long as ten closes.
    private static readonly MemoryKind[] s_kinds =
    [
        MemoryKind.Pages, MemoryKind.Pages, MemoryKind.Pages, MemoryKind.Pages, MemoryKind.SmallHeap, MemoryKind.SmallHeap,
        MemoryKind.Borrowed, MemoryKind.Borrowed, MemoryKind.Borrowed, MemoryKind.Counted, MemoryKind.Resized,
    ];

    private static readonly MemoryKind[] s_files = [MemoryKind.MappedReadOnly, MemoryKind.MappedReadWrite, MemoryKind.MappedCopyOnWrite];

    private readonly Random _random = new((int)seed);
    private readonly TargetFile _file = new(Pattern.Of(FilePattern));
    private readonly Resizing _resizing = new();
    private int _serial;

    public Target Next()
    {
        int serial = ++_serial;
        MemoryKind kind = _random.Next(64) == 0 ? s_files[_random.Next(s_files.Length)] : s_kinds[_random.Next(s_kinds.Length)];
        int pattern = Pattern.Of(kind is MemoryKind.MappedReadOnly or MemoryKind.MappedReadWrite or MemoryKind.MappedCopyOnWrite ? FilePattern : serial);
        return kind switch
        {
            MemoryKind.Pages => OfNative(serial, kind, pattern, NativeBuffer.Allocate(NativeSource.LeastPages)),
            MemoryKind.SmallHeap => OfNative(serial, kind, pattern, NativeBuffer.Allocate(SmallBytes)),
            MemoryKind.Counted => OfCounted(serial, pattern),
            MemoryKind.Borrowed => OfBorrowed(serial, pattern),
            MemoryKind.Resized => OfResized(serial, pattern),
            _ => OfFile(serial, kind, pattern),
        };
    }

    public void Dispose() => _file.Dispose();

    private Target OfNative(int serial, MemoryKind kind, int pattern, NativeBuffer buffer)
    {
        using (MemoryView view = new(buffer))
        {
            view.Cast<int>().Fill(pattern);
        }

        return new(serial, kind, AnyEnding(), pattern, buffer, buffer);
    }

    private Target OfCounted(int serial, int pattern)
    {
        using (PageMemory.Forbid())
        {
            return OfNative(serial, MemoryKind.Counted, pattern, NativeBuffer.Allocate(NativeSource.LeastPages));
        }
    }

    private unsafe Target OfBorrowed(int serial, int pattern)
    {
        nint address = Ground.Take(pattern);
        int returned = 0;
        MemoryBlock block = MemoryBlock.Borrow((void*)address, Ground.Bytes, isReadOnly: false, () =>
        {
            Ground.GiveBack(address);
            int times = Interlocked.Increment(ref returned);
            tally.Check(times == 1, () => $"borrowed memory went back {times} times");
        });
        return new(serial, MemoryKind.Borrowed, AnyEnding(), pattern, new Lender(block), block);
    }

    private Target OfFile(int serial, MemoryKind kind, int pattern)
    {
        MapAccess access = kind == MemoryKind.MappedReadOnly ? MapAccess.ReadOnly : kind == MemoryKind.MappedReadWrite ? MapAccess.ReadWrite : MapAccess.CopyOnWrite;
        MappedFile file = MappedFile.Open(_file.Path, access);
        return new(serial, kind, AnyEnding(), pattern, file, file);
    }

    // The views are given back, and whoever then manages to change the size is alone with the bytes: those still inside would see poison.
    private Target OfResized(int serial, int pattern)
    {
        int[] items = new int[SmallBytes / sizeof(int)];
        items.AsSpan().Fill(pattern);
        ByteArray bytes = new(MemoryMarshal.AsBytes(items.AsSpan()));
        return new(serial, MemoryKind.Resized, Ending.Release, pattern, bytes, null, () => _resizing.Add(bytes));
    }

    private Ending AnyEnding() => _random.Next(16) switch
    {
        < 6 => Ending.Close,
        < 9 => Ending.CloseTwice,
        < 10 => Ending.CloseAndWait,
        < 11 => Ending.CloseOrFail,
        < 13 => Ending.Release,
        < 15 => Ending.DisposeRoot,
        _ => Ending.Drop,
    };
}
