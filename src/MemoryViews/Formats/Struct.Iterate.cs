using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;

namespace MemoryViews;

// One record after the other. Lengths that are known are checked at the call, others when their end is reached.
public sealed partial class Struct
{
    /// <summary>The values of one record after the other. Python: <c>struct.iter_unpack</c>.</summary>
    /// <param name="source">The records, back to back.</param>
    /// <exception cref="ViewArgumentException">The bytes are no whole number of records.</exception>
    /// <exception cref="ViewOperationException">A record of this format has no bytes.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    public StructValues Iterate(ReadOnlySpan<byte> source)
    {
        CheckWhole(source.Length);
        return new(this, source);
    }

    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    // An array goes here, so that its records can be queried.
    [OverloadResolutionPriority(1)]
    public IEnumerable<object?[]> Iterate(ReadOnlyMemory<byte> source)
    {
        CheckWhole(source.Length);
        return StructRecords.Of(this, [source], Take);
    }

    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<object?[]> Iterate(ReadOnlySequence<byte> source)
    {
        CheckWhole(source.Length);
        return StructRecords.Of(this, StructRecords.Buffers(source), Take);
    }

    /// <summary>The values of one record after the other, whichever buffers its bytes lie in: only records across an end are copied.</summary>
    /// <param name="source">The buffers in order. Each must keep its bytes until the next is asked for.</param>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    /// <exception cref="ViewArgumentException">While iterating: the bytes end inside a record, after all whole ones were given.</exception>
    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<object?[]> Iterate(IEnumerable<ReadOnlyMemory<byte>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckIterable();
        return StructRecords.Of(this, source, Take);
    }

    /// <summary>The values of one record after the other, to the end of a stream, which is read as they are asked for, some way ahead.</summary>
    /// <param name="source">The stream; it is not disposed.</param>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    /// <exception cref="ViewArgumentException">While iterating: the stream ends inside a record, after all whole ones were given.</exception>
    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<object?[]> Iterate(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckIterable();
        return StructRecords.Of(this, StructRecords.Buffers(source), Take);
    }

    internal void CheckWhole(long length)
    {
        CheckIterable();
        if (length % Size != 0)
        {
            throw Error.RecordsCut(Text, Size, (nint)(length % Size));
        }
    }

    internal void CheckIterable()
    {
        Readable();
        if (Size == 0)
        {
            throw Error.RecordEmpty(Text);
        }
    }
}
