using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace MemoryViews.Command.Tests;

/// <summary>Builds the bytes of a file value by value, in a byte order that the method's name says.</summary>
public sealed class BytesOf
{
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public BytesOf Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public BytesOf Zeros(int count) => Raw(new byte[count]);

    public BytesOf Text(string text, int width)
    {
        byte[] field = new byte[width];
        Encoding.UTF8.GetBytes(text, field);
        return Raw(field);
    }

    public BytesOf I16(params short[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteInt16LittleEndian(bytes, value), 2);

    public BytesOf I32(params int[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteInt32LittleEndian(bytes, value), 4);

    public BytesOf U32(params uint[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes, value), 4);

    public BytesOf U64(params ulong[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteUInt64LittleEndian(bytes, value), 8);

    public BytesOf F32(params float[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteSingleLittleEndian(bytes, value), 4);

    public BytesOf F64(params double[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteDoubleLittleEndian(bytes, value), 8);

    public BytesOf I16Big(params short[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteInt16BigEndian(bytes, value), 2);

    public BytesOf U32Big(params uint[] values) => All(values, static (bytes, value) => BinaryPrimitives.WriteUInt32BigEndian(bytes, value), 4);

    private BytesOf All<T>(T[] values, Writer<T> write, int size)
    {
        foreach (T value in values)
        {
            byte[] bytes = new byte[size];
            write(bytes, value);
            _bytes.AddRange(bytes);
        }

        return this;
    }

    private delegate void Writer<in T>(Span<byte> bytes, T value);
}
