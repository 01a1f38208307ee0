using System;
using System.Buffers;

namespace MemoryViews.Sqlite;

/// <summary>
/// Takes a view apart into what SQLite can be handed at once: a run as it lies; a small part that is scattered, through a buffer; anything
/// else in halves of its first axis.
/// <code>
///   grid[.., ..3]    row 0 ###.   rows are runs, but small ones: as many as fit the buffer go together
///                    row 1 ###.
/// </code>
/// </summary>
internal static class BlobRuns
{
    private const int BufferLength = 64 * 1024;

    /// <summary>Fills a view; the range is checked already.</summary>
    public static void Read(SqliteViewBlob blob, MemoryView view, int offset)
    {
        if (view.ByteLength == 0)
        {
            return;
        }

        if (view.IsCContiguous)
        {
            using Lease lease = view.Lease();
            blob.Read(lease.Bytes, offset);
        }
        else if (view.ByteLength <= BufferLength)
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
            Span<byte> bytes = buffer.AsSpan(0, (int)view.ByteLength);
            try
            {
                blob.Read(bytes, offset);
                view.CopyFromBytes(bytes);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        else
        {
            foreach ((MemoryView part, int start) in Parts(view, offset))
            {
                using (part)
                {
                    Read(blob, part, start);
                }
            }
        }
    }

    /// <summary>Writes a view; the range is checked already.</summary>
    public static void Write(SqliteViewBlob blob, MemoryView view, int offset)
    {
        if (view.ByteLength == 0)
        {
            return;
        }

        if (view.IsCContiguous)
        {
            using ReadOnlyLease lease = view.LeaseReadOnly();
            blob.Write(lease.Bytes, offset);
        }
        else if (view.ByteLength <= BufferLength)
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
            Span<byte> bytes = buffer.AsSpan(0, (int)view.ByteLength);
            try
            {
                view.CopyTo(bytes, AxisOrder.C);
                blob.Write(bytes, offset);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        else
        {
            foreach ((MemoryView part, int start) in Parts(view, offset))
            {
                using (part)
                {
                    Write(blob, part, start);
                }
            }
        }
    }

    // Halving ends after log2 of the length steps an axis, so the recursion is never deep. A view without axes is one run.
    private static (MemoryView Part, int Offset)[] Parts(MemoryView view, int offset)
    {
        if (view.Length == 1)
        {
            return [(view[0, Subscript.Ellipsis], offset)];
        }

        nint half = view.Length / 2;
        int size = (int)(view.ByteLength / view.Length * half); // below the blob's length, which is an int
        return [(view.Slice(0, half), offset), (view.Slice(half, view.Length - half), offset + size)];
    }
}
