using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>
/// A view and a place in a file, moved by scattering and gathering calls: one call takes a list of runs, so that runs of a few kilobytes go without
/// a copy. Without waiting, what is returned has completed.
/// </summary>
internal sealed class ViewTransportFiles
{
    // For a list of memory a run costs little beside the system call, so shorter ones than usual are worth lending.
    private const int LongRun = 1 << 12;

    // Inside the 1024 of Linux, and a list that a pool of one view keeps short.
    private const int MostSegments = 256;

    private readonly SafeFileHandle _file;
    private readonly long _start;
    private readonly ViewTransfer _transfer;
    private readonly bool _waits;
    private readonly List<Memory<byte>> _targets = [];
    private readonly List<ReadOnlyMemory<byte>> _sources = [];
    private readonly byte[] _buffer = [];

    private ViewTransportFiles(MemoryView view, SafeFileHandle file, long start, bool fill, bool waits)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        _start = start >= 0 ? start : throw Error.FileOffset(start);
        _transfer = new(view, fill, LongRun);
        _waits = waits;
        if (!_transfer.IsLent)
        {
            _buffer = new byte[_transfer.NextBuffer];
        }
    }

    private long Place => _start + _transfer.Done;

    public static async Task Drain(MemoryView view, SafeFileHandle file, long start, bool waits, CancellationToken cancellation)
    {
        ViewTransportFiles files = new(view, file, start, fill: false, waits);
        while (!files._transfer.IsOver)
        {
            cancellation.ThrowIfCancellationRequested();
            await (files._transfer.IsLent ? files.WriteRuns(cancellation) : files.WriteBuffer(cancellation)).ConfigureAwait(false);
        }
    }

    /// <summary>Reads until the view is full or the file has ended.</summary>
    public static async Task<ViewTransfer> Fill(MemoryView view, SafeFileHandle file, long start, bool waits, CancellationToken cancellation)
    {
        ViewTransportFiles files = new(view, file, start, fill: true, waits);
        for (bool more = true; more && !files._transfer.IsOver;)
        {
            cancellation.ThrowIfCancellationRequested();
            more = await (files._transfer.IsLent ? files.ReadRuns(cancellation) : files.ReadBuffer(cancellation)).ConfigureAwait(false);
        }

        return files._transfer;
    }

    private async Task WriteRuns(CancellationToken cancellation)
    {
        using BorrowedMemory<byte> lent = LendRuns(out nint bytes);
        _sources.Clear();
        foreach (Memory<byte> target in _targets)
        {
            _sources.Add(target);
        }

        if (_waits)
        {
            await RandomAccess.WriteAsync(_file, _sources, Place, cancellation).ConfigureAwait(false);
        }
        else
        {
            RandomAccess.Write(_file, _sources, Place);
        }

        _transfer.Advance(bytes);
    }

    private async Task WriteBuffer(CancellationToken cancellation)
    {
        Memory<byte> bytes = _buffer.AsMemory(0, _transfer.NextBuffer);
        _transfer.Gather(bytes.Span);
        if (_waits)
        {
            await RandomAccess.WriteAsync(_file, bytes, Place, cancellation).ConfigureAwait(false);
        }
        else
        {
            RandomAccess.Write(_file, bytes.Span, Place);
        }

        _transfer.Advance(bytes.Length);
    }

    private async Task<bool> ReadRuns(CancellationToken cancellation)
    {
        using BorrowedMemory<byte> lent = LendRuns(out nint bytes);
        long count = _waits
            ? await RandomAccess.ReadAsync(_file, _targets, Place, cancellation).ConfigureAwait(false)
            : RandomAccess.Read(_file, _targets, Place);
        _transfer.Accept((nint)count, bytes);
        return count > 0;
    }

    private async Task<bool> ReadBuffer(CancellationToken cancellation)
    {
        Memory<byte> bytes = _buffer.AsMemory(0, _transfer.NextBuffer);
        int count = _waits
            ? await RandomAccess.ReadAsync(_file, bytes, Place, cancellation).ConfigureAwait(false)
            : RandomAccess.Read(_file, bytes.Span, Place);
        _transfer.Scatter(bytes.Span[..ViewTransfer.Checked(count, bytes.Length)]);
        return count > 0;
    }

    // As many of the next runs as one borrowed memory spans; the first always fits.
    private BorrowedMemory<byte> LendRuns(out nint bytes)
    {
        Span<ContiguousRun> runs = stackalloc ContiguousRun[MostSegments];
        nint low = nint.MaxValue, high = nint.MinValue; // offsets count from the pointer, and its row may lie in front of it
        int count = 0;
        for (bytes = 0; count < MostSegments && bytes < _transfer.Total - _transfer.Done; count++)
        {
            ContiguousRun run = _transfer.RunAt(bytes);
            nint lowest = Math.Min(low, run.Offset), highest = Math.Max(high, run.Offset + run.Length);
            if (count > 0 && (highest - lowest > int.MaxValue || bytes + run.Length > int.MaxValue))
            {
                break;
            }

            (low, high, runs[count]) = (lowest, highest, run);
            bytes += run.Length;
        }

        BorrowedMemory<byte> memory = _transfer.Lend(low, (int)(high - low));
        _targets.Clear();
        foreach (ContiguousRun run in runs[..count])
        {
            _targets.Add(memory.Memory.Slice((int)(run.Offset - low), (int)run.Length));
        }

        return memory;
    }
}
