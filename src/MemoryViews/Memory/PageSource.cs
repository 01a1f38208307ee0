using System;

namespace MemoryViews;

/// <summary>
/// Pages of their own, zeros from the system. Where more than a page's alignment is asked, a part before the first byte is never used.
/// <code>
///   _start [ unused | Address: the bytes asked for ... | rest of the last page ]
/// </code>
/// </summary>
internal sealed class PageSource : NativeSource
{
    private readonly nint _start;
    private readonly nint _size;

    private PageSource(nint start, nint size, nint address, nint byteLength)
        : base(byteLength, staysReadable: true) => (_start, _size, Address) = (start, size, address);

    /// <summary>Pages for so many bytes; null when the system gives none, or has no room left in its list of mappings.</summary>
    public static PageSource? OfPages(nint byteLength, nint alignment)
    {
        // Alignment and length together fit a nint: the caller has checked it.
        nint spare = alignment > Environment.SystemPageSize ? alignment : 0, size = byteLength + spare;
        nint start = PageMemory.Allocate(size);
        return start == 0 ? null : new(start, size, (start + Math.Max(alignment, 1) - 1) & -alignment, byteLength);
    }

    private protected override bool GiveBackPages()
    {
        if (!PageMemory.TryEmpty(_start, _size))
        {
            return false;
        }

        RelievePressure();
        return true;
    }

    private protected override void FreeAddresses()
    {
        PageMemory.Free(_start, _size);
        RelievePressure();
    }
}
