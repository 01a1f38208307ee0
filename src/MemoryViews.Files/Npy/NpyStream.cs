using System;
using System.IO;

namespace MemoryViews.Files;

/// <summary>Reads exactly one npy file out of a stream into native memory.</summary>
internal static class NpyStream
{
    public static NativeBuffer Read(Stream stream, NpyOptions options)
    {
        byte[] start = new byte[NpyPrefix.MostBytes];

        // Ten bytes are in every version; the two behind them may be header already.
        int read = stream.ReadAtLeast(start.AsSpan(0, 10), 10, throwOnEndOfStream: false);
        bool isLong = read == 10 && start[6] > 1 && start.AsSpan().StartsWith(NpyPrefix.Magic);
        read += isLong ? stream.ReadAtLeast(start.AsSpan(10, 2), 2, throwOnEndOfStream: false) : 0;
        NpyPrefix prefix = NpyPrefix.Parse(start.AsSpan(0, read), options);
        byte[] head = new byte[prefix.DataOffset];
        start.AsSpan(0, read).CopyTo(head);
        int filled = read + stream.ReadAtLeast(head.AsSpan(read), head.Length - read, throwOnEndOfStream: false);
        if (filled < head.Length)
        {
            throw Error.HeaderTruncated(head.Length, filled);
        }

        NpyHeader header = NpyHeader.Parse(prefix, head.AsSpan(prefix.Length), options);
        return ReadItems(stream, head, header.ByteLength);
    }

    private static NativeBuffer ReadItems(Stream stream, byte[] head, nint bytes)
    {
        GrowingBuffer buffer = new(head, stream.CanSeek ? long.Max(0, stream.Length - stream.Position) : null);
        try
        {
            nint missing = buffer.Fill(stream, bytes);
            return missing == 0 ? buffer.Take() : throw Error.DataTruncated(bytes, bytes - missing);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
