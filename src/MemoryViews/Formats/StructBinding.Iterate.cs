using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

// One record after the other: as Struct.Iterate, in structs.
public sealed partial class StructBinding<T>
{
    /// <summary>One record after the other. Python: <c>struct.iter_unpack</c>.</summary>
    /// <param name="source">The records, back to back.</param>
    /// <exception cref="ViewArgumentException">The bytes are no whole number of records.</exception>
    /// <exception cref="ViewOperationException">A record has no bytes.</exception>
    public Records Iterate(ReadOnlySpan<byte> source)
    {
        Struct.CheckWhole(source.Length);
        return new(this, source);
    }

    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<T> Iterate(ReadOnlyMemory<byte> source)
    {
        Struct.CheckWhole(source.Length);
        return StructRecords.Of(Struct, [source], Read);
    }

    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<T> Iterate(ReadOnlySequence<byte> source)
    {
        Struct.CheckWhole(source.Length);
        return StructRecords.Of(Struct, StructRecords.Buffers(source), Read);
    }

    /// <summary>One record after the other, whichever buffers its bytes lie in: only records across an end are copied.</summary>
    /// <param name="source">The buffers in order. Each must keep its bytes until the next is asked for.</param>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    /// <exception cref="ViewArgumentException">While iterating: the bytes end inside a record, after all whole ones were given.</exception>
    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<T> Iterate(IEnumerable<ReadOnlyMemory<byte>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Struct.CheckIterable();
        return StructRecords.Of(Struct, source, Read);
    }

    /// <summary>One record after the other, to the end of a stream, which is read as they are asked for, some way ahead.</summary>
    /// <param name="source">The stream; it is not disposed.</param>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    /// <exception cref="ViewArgumentException">While iterating: the stream ends inside a record, after all whole ones were given.</exception>
    /// <inheritdoc cref="Iterate(ReadOnlySpan{byte})"/>
    public IEnumerable<T> Iterate(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Struct.CheckIterable();
        return StructRecords.Of(Struct, StructRecords.Buffers(source), Read);
    }

    /// <summary>The records of a span, one after the other: what <c>foreach</c> walks. Lives no longer than the span.</summary>
    public ref struct Records
    {
        private readonly StructBinding<T> _binding;
        private readonly ReadOnlySpan<byte> _source;
        private int _at;

        internal Records(StructBinding<T> binding, ReadOnlySpan<byte> source)
        {
            _binding = binding;
            _source = source;
            _at = -binding._size;
        }

        /// <summary>The record reached, read anew at each call.</summary>
        /// <exception cref="AxisIndexException">No record has been reached yet, or all have been.</exception>
        public readonly T Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                // The source is whole records long and the place a multiple of a record's size: inside means all of it is.
                if ((uint)_at >= (uint)_source.Length)
                {
                    throw Outside(_at, _source.Length, _binding._size);
                }

                return _binding.ReadAt(in Unsafe.Add(ref MemoryMarshal.GetReference(_source), _at));
            }
        }

        /// <summary>The walk itself, for <c>foreach</c>.</summary>
        public readonly Records GetEnumerator() => this;

        /// <summary>Goes to the next record.</summary>
        /// <returns>False when there is none.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            // At the last record the place is at most the length minus a size: one size more is still an int, and beyond that it stays.
            int next = _at < _source.Length ? _at + _binding._size : _at;
            _at = next;
            return next < _source.Length;
        }

        // Static, so that the walk's own variables are never anything but registers.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Exception Outside(int at, int length, int size) => Error.IndexOutOfRange(0, at / size, length / size);
    }
}
