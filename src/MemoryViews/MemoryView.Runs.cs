namespace MemoryViews;

// What moves bytes in and out of the process: the stretches of memory a view is made of, and leases on them.
public sealed partial class MemoryView
{
    /// <summary>
    /// The stretches of bytes the view is made of, in C order: one for a C-contiguous view, a row each for rows with gaps, an item each
    /// for a step or a negative stride. Offsets count from byte 0 of the memory.
    /// </summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <exception cref="ViewNotSupportedException">The layout follows pointers, so its runs lie in other memory.</exception>
    /// <example><c>foreach (ContiguousRun run in view.ContiguousRuns()) total += run.Length;</c></example>
    public ContiguousRuns ContiguousRuns() => new(in Live);

    /// <summary>The runs as memory, for I/O that scatters what it reads. The memory is held until the owner is disposed.</summary>
    /// <returns>One <see cref="System.Memory{T}"/> a run, in C order, made when asked for: the list takes no memory of its own.</returns>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <exception cref="ViewNotSupportedException">The view is read-only, or follows pointers, or its items lie more than
    /// <see cref="int.MaxValue"/> bytes apart.</exception>
    /// <exception cref="ViewOperationException">Items of the view overlap.</exception>
    /// <example><c>using var segments = view.BorrowSegments(); long n = RandomAccess.Read(file, segments, 0);</c></example>
    public SegmentsOwner BorrowSegments()
    {
        ThrowIfNoWriteLease();
        ForWritingAll();
        return new(BorrowRuns());
    }

    /// <summary>The runs as read-only memory, for I/O that gathers what it writes; also of views that refuse writes.</summary>
    /// <returns>One <see cref="System.ReadOnlyMemory{T}"/> a run, in C order, made when asked for.</returns>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <exception cref="ViewNotSupportedException">The view follows pointers, or its items lie more than <see cref="int.MaxValue"/> bytes apart.</exception>
    /// <example><c>using var segments = view.BorrowReadOnlySegments(); RandomAccess.Write(file, segments, 0);</c></example>
    public ReadOnlySegmentsOwner BorrowReadOnlySegments() => new(BorrowRuns());

    /// <summary>Bytes of the memory, at an offset from its byte 0 that lies inside this view's bounds, on a lease of their own.</summary>
    internal BorrowedMemory<byte> BorrowBytes(nint offset, int length) => new(Loan, offset, length);

    /// <summary>Whether the runs may be lent as memory, rather than copied.</summary>
    internal bool LendsRuns => !_layout.IsIndirect && !Loan.IsChecked && Loan.MostAtOnce == nint.MaxValue;

    /// <summary>Refuses what bulk writes refuse: a read-only view, items that overlap.</summary>
    internal void ThrowIfNotFillable() => ForWritingAll();

    private BorrowedRuns BorrowRuns()
    {
        ContiguousRuns runs = ContiguousRuns();
        (nint low, nint high) = runs.Count == 0 ? (0, 0) : _layout.Bounds;
        return high - low <= int.MaxValue && runs.Count <= int.MaxValue
            ? new(runs, low, BorrowBytes(low, (int)(high - low)))
            : throw Error.RunsTooFarApart(high - low);
    }
}
