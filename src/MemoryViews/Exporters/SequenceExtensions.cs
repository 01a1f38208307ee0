using System;
using System.Buffers;

namespace MemoryViews;

/// <summary>Views of what pipelines hand out. A sequence of one segment is one memory; one of many is not, and is copied by name only.</summary>
public static class SequenceExtensions
{
    /// <summary>A read-only view of a sequence of one segment, without a copy.</summary>
    /// <typeparam name="T">Any type without references.</typeparam>
    /// <param name="sequence">The sequence. Its memory must stay until the view is disposed: a <c>PipeReader</c> takes it back with AdvanceTo.</param>
    /// <exception cref="ViewNotSupportedException">The sequence has several segments: <see cref="CopyToMemoryView{T}"/> copies them.</exception>
    public static MemoryView AsMemoryView<T>(this in ReadOnlySequence<T> sequence)
        where T : unmanaged => TryAsMemoryView(in sequence) ?? throw Error.ManySegments(sequence.Length);

    /// <summary>A read-only view of a sequence of one segment, without a copy; null when it has several.</summary>
    /// <inheritdoc cref="AsMemoryView{T}(in ReadOnlySequence{T})" path="/param"/>
    /// <inheritdoc cref="AsMemoryView{T}(in ReadOnlySequence{T})" path="/typeparam"/>
    public static MemoryView? TryAsMemoryView<T>(this in ReadOnlySequence<T> sequence)
        where T : unmanaged
    {
        if (sequence.IsSingleSegment)
        {
            return sequence.First.AsMemoryView();
        }

        // Empty segments around one that is not are no reason to copy.
        ReadOnlyMemory<T> only = default;
        foreach (ReadOnlyMemory<T> segment in sequence)
        {
            if (!segment.IsEmpty && !only.IsEmpty)
            {
                return null;
            }

            only = segment.IsEmpty ? only : segment;
        }

        return only.AsMemoryView();
    }

    /// <summary>A writable view of a copy of the items of all segments; the sequence may go at once.</summary>
    /// <typeparam name="T">Any type without references.</typeparam>
    /// <param name="sequence">The sequence.</param>
    /// <exception cref="InsufficientViewMemoryException">There are more items than an array holds.</exception>
    public static MemoryView CopyToMemoryView<T>(this in ReadOnlySequence<T> sequence)
        where T : unmanaged
        => sequence.Length <= Array.MaxLength ? sequence.ToArray().AsMemoryView() : throw Error.SequenceTooLong(sequence.Length);
}
