using System;

namespace MemoryViews.Files;

/// <summary>From the bytes of an npy file, wherever they lie, to a view of its items. Copies the header's text and no item.</summary>
internal static class NpyReader
{
    /// <summary>Reads the header at the start of a row of bytes.</summary>
    public static NpyHeader ReadHeader(MemoryView bytes, NpyOptions options)
    {
        Span<byte> start = stackalloc byte[NpyPrefix.MostBytes];
        start = start[..(int)nint.Min(start.Length, bytes.ByteLength)];
        CopyTo(bytes, 0, start);
        NpyPrefix prefix = NpyPrefix.Parse(start, options);
        if (prefix.DataOffset > bytes.ByteLength)
        {
            throw Error.HeaderTruncated(prefix.DataOffset, bytes.ByteLength);
        }

        byte[] header = new byte[prefix.HeaderLength];
        CopyTo(bytes, prefix.Length, header);
        return NpyHeader.Parse(prefix, header, options);
    }

    /// <summary>The items behind a header: the same memory under the header's format, shape and order.</summary>
    public static MemoryView ViewOf(MemoryView bytes, NpyHeader header)
    {
        nint available = bytes.ByteLength - header.DataOffset;
        return header.ByteLength <= available
            ? bytes.WithLayout(header.Format, header.LayoutAt(bytes.Layout.Offset + header.DataOffset))
            : throw Error.DataTruncated(header.ByteLength, available);
    }

    /// <summary>Whether a row of bytes starts like an npy file.</summary>
    public static bool IsNpy(MemoryView bytes)
    {
        Span<byte> start = stackalloc byte[NpyPrefix.Magic.Length];
        if (bytes.ByteLength < start.Length)
        {
            return false;
        }

        CopyTo(bytes, 0, start);
        return start.SequenceEqual(NpyPrefix.Magic);
    }

    private static void CopyTo(MemoryView bytes, nint offset, Span<byte> destination)
    {
        using MemoryView part = bytes.Slice(offset, destination.Length);
        part.CopyTo(destination, AxisOrder.C);
    }
}
