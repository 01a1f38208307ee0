using System;
using System.Buffers;

namespace MemoryViews.Tests.Streams;

/// <summary>Sequences as a pipe hands them out, made by hand.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    private Segments(ReadOnlyMemory<byte> memory, long start)
    {
        Memory = memory;
        RunningIndex = start;
    }

    /// <summary>A sequence of these segments, as they are: empty ones too.</summary>
    public static ReadOnlySequence<byte> Of(params byte[][] parts)
    {
        Segments first = new(parts[0], 0), last = first;
        foreach (byte[] part in parts[1..])
        {
            Segments next = new(part, last.RunningIndex + last.Memory.Length);
            last.Next = next;
            last = next;
        }

        return new(first, 0, last, last.Memory.Length);
    }

    /// <summary>A sequence that says it is so long, and has these segments.</summary>
    public static ReadOnlySequence<byte> Lying(long says, params byte[][] parts)
    {
        Segments first = new(parts[0], 0), last = first;
        foreach (byte[] part in parts[1..])
        {
            Segments next = new(part, Math.Min(last.RunningIndex + last.Memory.Length, says - parts[^1].Length));
            last.Next = next;
            last = next;
        }

        return new(first, 0, last, last.Memory.Length);
    }

    /// <summary>A sequence that says it is so long.</summary>
    public static ReadOnlySequence<byte> Long(long length)
    {
        Segments first = new(new byte[1], 0), last = new(new byte[1], length - 1);
        first.Next = last;
        return new(first, 0, last, 1);
    }
}
