using System;
using System.Collections.Generic;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// What was written to a checked file that keeps its writes to itself: the pages written to, each read from the file when first written.
/// <code>
///   file      | page 0 | page 1 | page 2 | page 3 |          reads of pages not written see the file as it is now
///   private            | page 1 |                            reads of written ones see them, whatever became of the file
/// </code>
/// Every system has it this way; a private mapping would have to be read by a call that only Linux has. Safe to use from any thread.
/// </summary>
internal sealed class PrivatePages(nint length)
{
    private const int PageSize = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<nint, byte[]> _pages = [];

    /// <summary>Reads bytes of the file, or another source, at an offset.</summary>
    public delegate void Reader(nint offset, Span<byte> destination);

    public void Read(nint offset, Span<byte> destination, Reader file)
    {
        lock (_gate)
        {
            while (destination.Length > 0)
            {
                int count = Same(offset, destination.Length, out byte[]? page);
                if (page is null)
                {
                    file(offset, destination[..count]);
                }
                else
                {
                    page.AsSpan((int)(offset % PageSize), count).CopyTo(destination);
                }

                offset += count;
                destination = destination[count..];
            }
        }
    }

    public void Write(nint offset, ReadOnlySpan<byte> source, Reader file)
    {
        lock (_gate)
        {
            while (source.Length > 0)
            {
                int within = (int)(offset % PageSize), count = Math.Min(source.Length, PageSize - within);
                source[..count].CopyTo(PageAt(offset / PageSize, file).AsSpan(within));
                offset += count;
                source = source[count..];
            }
        }
    }

    // How many bytes from here on are of one kind, up to a limit: in one private page, or in none.
    private int Same(nint offset, int most, out byte[]? page)
    {
        int count = Math.Min(most, PageSize - (int)(offset % PageSize));
        if (_pages.TryGetValue(offset / PageSize, out page))
        {
            return count;
        }

        while (count < most && !_pages.ContainsKey((offset + count) / PageSize))
        {
            count = Math.Min(most, count + PageSize);
        }

        return count;
    }

    private byte[] PageAt(nint number, Reader file)
    {
        if (!_pages.TryGetValue(number, out byte[]? page))
        {
            page = new byte[Math.Min(PageSize, length - number * PageSize)]; // the last one ends with the block
            file(number * PageSize, page);
            _pages.Add(number, page);
        }

        return page;
    }
}
