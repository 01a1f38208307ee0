using System;

namespace MemoryViews;

/// <summary>
/// How far a view has been moved in or out, in bytes of C order, and the memory to go on with. Each piece is lent or copied on its own, so a view
/// that is given back in the middle ends the transfer at the next piece.
/// </summary>
/// <remarks>
/// All runs of a view are of one length, so one look tells how to move it: long runs are lent to the I/O as they lie, short ones pass
/// through a buffer that many of them fill.
/// </remarks>
internal sealed class ViewTransfer
{
    /// <summary>The bytes short runs are collected in.</summary>
    public const int BufferSize = 1 << 16;

    // A system call costs about as much as copying so many bytes.
    private const int LongRun = 1 << 14;

    // Well inside a Memory<byte>, and inside what Linux moves in one call.
    private const int MostAtOnce = 1 << 30;

    private readonly MemoryView _view;
    private readonly ContiguousRuns _runs;

    public ViewTransfer(MemoryView view, bool fill, int longRun = LongRun)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (fill)
        {
            view.ThrowIfNotFillable();
        }

        Total = view.ByteLength;
        _view = view;
        if (view.LendsRuns)
        {
            _runs = view.ContiguousRuns();
            IsLent = _runs.Count == 1 || _runs.Length >= longRun;
        }
    }

    /// <summary>Whether the memory itself is handed to the I/O.</summary>
    public bool IsLent { get; }

    /// <summary>Bytes moved so far.</summary>
    public nint Done { get; private set; }

    /// <summary>Bytes of all items.</summary>
    public nint Total { get; }

    public bool IsOver => Done == Total;

    /// <summary>Bytes that fit a buffer of <see cref="BufferSize"/>.</summary>
    public int NextBuffer => (int)Math.Min(BufferSize, Total - Done);

    public void Advance(nint bytes) => Done += bytes;

    /// <summary>Goes on by what a source says it gave.</summary>
    public void Accept(nint count, nint most) => Advance(Checked(count, most));

    /// <summary>A count that a source reports, if it can be true: where the next byte goes depends on it.</summary>
    public static int Checked(int count, int most) => (uint)count <= (uint)most ? count : throw Error.ImpossibleCount(count, most);

    public static nint Checked(nint count, nint most) => (nuint)count <= (nuint)most ? count : throw Error.ImpossibleCount(count, most);

    /// <summary>The run, or the rest of it, so many bytes further on.</summary>
    public ContiguousRun RunAt(nint ahead)
    {
        (nint index, nint within) = Math.DivRem(Done + ahead, _runs.Length);
        return new(_runs.OffsetOf(index) + within, Math.Min(_runs.Length - within, MostAtOnce));
    }

    /// <summary>Lends what comes next.</summary>
    public BorrowedMemory<byte> LendNext()
    {
        ContiguousRun run = RunAt(0);
        return Lend(run.Offset, (int)run.Length);
    }

    public BorrowedMemory<byte> Lend(nint offset, int length)
    {
        try
        {
            return _view.BorrowBytes(offset, length);
        }
        catch (ViewReleasedException)
        {
            throw Error.TransferCut(Done, Total);
        }
    }

    /// <summary>Copies what comes next out of the view; <see cref="Advance"/> goes on.</summary>
    public void Gather(Span<byte> destination)
    {
        try
        {
            _view.ReadBytes(Done, destination);
        }
        catch (ViewReleasedException)
        {
            throw Error.TransferCut(Done, Total);
        }
    }

    /// <summary>Copies what comes next into the view, and goes on. More than the view still has room for is refused: a source may lie.</summary>
    public void Scatter(ReadOnlySpan<byte> source)
    {
        Checked(source.Length, Total - Done);
        try
        {
            _view.WriteBytes(Done, source);
        }
        catch (ViewReleasedException)
        {
            throw Error.TransferCut(Done, Total);
        }

        Advance(source.Length);
    }

    /// <summary>Refuses a source that had less than the view holds.</summary>
    public void ThrowIfShort()
    {
        if (!IsOver)
        {
            throw Error.SourceEnded(Done, Total);
        }
    }
}
