using System;
using System.Collections;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>The runs of a view as pieces of one borrowed memory that spans them all.</summary>
internal sealed class BorrowedRuns(ContiguousRuns runs, nint low, BorrowedMemory<byte> memory) : IDisposable
{
    // Both fit: whoever borrows has looked.
    public int Count => (int)runs.Count;

    public Memory<byte> this[int index]
    {
        get
        {
            ContiguousRun run = runs[index];
            return memory.Memory.Slice((int)(run.Offset - low), (int)run.Length);
        }
    }

    public void Dispose() => ((IDisposable)memory).Dispose();
}

/// <summary>The runs of a view as writable memory, from <see cref="MemoryView.BorrowSegments"/>; disposing gives it back, once.</summary>
public sealed class SegmentsOwner : IReadOnlyList<Memory<byte>>, IDisposable
{
    private readonly BorrowedRuns _runs;

    internal SegmentsOwner(BorrowedRuns runs) => _runs = runs;

    /// <summary>How many runs there are.</summary>
    public int Count => _runs.Count;

    /// <summary>The bytes of a run, valid until <see cref="Dispose"/>.</summary>
    /// <param name="index">The run's number in C order.</param>
    /// <exception cref="AxisIndexException">There is no such run.</exception>
    public Memory<byte> this[int index] => _runs[index];

    /// <summary>Walks the runs in C order.</summary>
    public IEnumerator<Memory<byte>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the memory back, once.</summary>
    public void Dispose() => _runs.Dispose();
}

/// <summary>The runs of a view as read-only memory, from <see cref="MemoryView.BorrowReadOnlySegments"/>; disposing gives it back, once.</summary>
public sealed class ReadOnlySegmentsOwner : IReadOnlyList<ReadOnlyMemory<byte>>, IDisposable
{
    private readonly BorrowedRuns _runs;

    internal ReadOnlySegmentsOwner(BorrowedRuns runs) => _runs = runs;

    /// <inheritdoc cref="SegmentsOwner.Count"/>
    public int Count => _runs.Count;

    /// <inheritdoc cref="SegmentsOwner.this[int]"/>
    public ReadOnlyMemory<byte> this[int index] => _runs[index];

    /// <inheritdoc cref="SegmentsOwner.GetEnumerator"/>
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc cref="SegmentsOwner.Dispose"/>
    public void Dispose() => _runs.Dispose();
}
