using System;
using System.Buffers.Binary;

namespace MemoryViews.Files;

/// <summary>The bytes of an archive, read in small pieces at offsets that come from the file and are therefore checked each time.</summary>
internal readonly struct ZipBytes(MemoryView file)
{
    public long Length => file.ByteLength;

    /// <summary>Fills the span from an offset on.</summary>
    /// <exception cref="ArrayFileException">The file has no such bytes.</exception>
    public void Read(long offset, Span<byte> destination, string what)
    {
        using MemoryView part = Part(offset, destination.Length, what);
        part.CopyTo(destination, AxisOrder.C);
    }

    /// <summary>A row of bytes of the file.</summary>
    public MemoryView Part(long offset, long length, string what) =>
        offset < 0 || length < 0 || offset > Length || length > Length - offset
            ? throw Error.ZipOutside(what, offset, length, Length)
            : file.Slice((nint)offset, (nint)length);

    /// <summary>Checks a record's four bytes of signature.</summary>
    public static void Expect(ReadOnlySpan<byte> record, uint signature, string what)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != signature)
        {
            throw Error.ZipSignature(what);
        }
    }
}
