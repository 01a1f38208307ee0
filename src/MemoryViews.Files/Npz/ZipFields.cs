using System;
using System.Buffers.Binary;
using System.IO;

namespace MemoryViews.Files;

/// <summary>A zip record being written: little-endian numbers, one behind the other.</summary>
internal sealed class ZipFields : IDisposable
{
    private readonly MemoryStream _bytes = new();

    public int Length => (int)_bytes.Length;

    public ZipFields U16(int value)
    {
        Span<byte> field = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)value);
        return Raw(field);
    }

    public ZipFields U32(uint value)
    {
        Span<byte> field = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        return Raw(field);
    }

    public ZipFields U64(long value)
    {
        Span<byte> field = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(field, value);
        return Raw(field);
    }

    /// <summary>A number in 32 bits, or the mark that says it stands in a zip64 field.</summary>
    public ZipFields Narrow(long value) => U32(value >= uint.MaxValue ? uint.MaxValue : (uint)value);

    public ZipFields Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _bytes.ToArray();

    public void Dispose() => _bytes.Dispose();
}
