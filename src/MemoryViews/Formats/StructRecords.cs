using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;

namespace MemoryViews;

/// <summary>What becomes of the bytes of a record: its values, or a struct.</summary>
internal delegate TResult RecordReader<TResult>(ReadOnlySpan<byte> record);

/// <summary>The one walk over records in rows of buffers, and the ways to a row of buffers.</summary>
internal static class StructRecords
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>One result a record.</summary>
    /// <param name="format">What the records are; they have bytes.</param>
    /// <param name="buffers">The buffers in order; each may be overwritten once the next is asked for.</param>
    /// <param name="read">Reads a record.</param>
    public static IEnumerable<TResult> Of<TResult>(Struct format, IEnumerable<ReadOnlyMemory<byte>> buffers, RecordReader<TResult> read)
    {
        StructJoiner joiner = new((int)format.Size);
        foreach (ReadOnlyMemory<byte> buffer in buffers)
        {
            int at = 0;
            while (joiner.TryNext(buffer.Span, ref at, out ReadOnlySpan<byte> record))
            {
                yield return read(record);
            }
        }

        if (joiner.Held > 0)
        {
            throw Error.RecordsCut(format.Text, format.Size, joiner.Held);
        }
    }

    /// <summary>The segments of a sequence.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Buffers(ReadOnlySequence<byte> sequence)
    {
        foreach (ReadOnlyMemory<byte> segment in sequence)
        {
            yield return segment;
        }
    }

    /// <summary>What each read of a stream gives, to its end.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Buffers(Stream stream)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            for (int read = Read(stream, chunk); read > 0; read = Read(stream, chunk))
            {
                yield return chunk.AsMemory(0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>So many bytes in pieces, each fetched into one and the same memory.</summary>
    /// <param name="length">Bytes in all.</param>
    /// <param name="fetch">Fills a span with the bytes that start at an offset.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Buffers(nint length, Action<nint, Span<byte>> fetch)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, ChunkBytes));
        try
        {
            for (nint at = 0; at < length; at += chunk.Length)
            {
                int count = (int)Math.Min(chunk.Length, length - at);
                fetch(at, chunk.AsSpan(0, count));
                yield return chunk.AsMemory(0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static int Read(Stream stream, byte[] chunk)
    {
        int read = stream.Read(chunk);
        return (uint)read <= (uint)chunk.Length ? read : throw Error.ImpossibleCount(read, chunk.Length);
    }
}
