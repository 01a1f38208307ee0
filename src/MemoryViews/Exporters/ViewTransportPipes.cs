using System;
using System.Buffers;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews;

/// <summary>Pipes own their memory, so a view is gathered straight into it and scattered straight from it: nothing is lent across a wait.</summary>
internal static class ViewTransportPipes
{
    public static async Task Drain(MemoryView view, PipeWriter writer, CancellationToken cancellation)
    {
        ViewTransfer transfer = new(view, fill: false);
        while (!transfer.IsOver)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = GatherNext(transfer, writer);
            FlushResult flushed = await writer.FlushAsync(cancellation).ConfigureAwait(false);
            ThrowIfCanceled(flushed.IsCanceled);
            transfer.Advance(count);
            if (flushed.IsCompleted && !transfer.IsOver)
            {
                throw Error.ReaderGone(transfer.Done, transfer.Total);
            }
        }
    }

    /// <summary>Reads until the view is full or the writer has completed; what comes behind stays in the pipe.</summary>
    public static async Task<ViewTransfer> Fill(MemoryView view, PipeReader reader, CancellationToken cancellation)
    {
        ViewTransfer transfer = new(view, fill: true);
        while (!transfer.IsOver)
        {
            ReadResult read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            ScatterNext(transfer, reader, read.Buffer);
            ThrowIfCanceled(read.IsCanceled);
            if (read.IsCompleted)
            {
                break;
            }
        }

        return transfer;
    }

    private static int GatherNext(ViewTransfer transfer, PipeWriter writer)
    {
        // What is asked for is a hint: a pipe may give more, and less room than a buffer is enough.
        Span<byte> room = writer.GetSpan(Math.Min(transfer.NextBuffer, 1 << 12));
        int count = room.IsEmpty ? throw Error.NoRoom() : Math.Min(room.Length, transfer.NextBuffer);
        transfer.Gather(room[..count]);
        writer.Advance(count);
        return count;
    }

    // The reader must be told how far it was read, whatever happens.
    private static void ScatterNext(ViewTransfer transfer, PipeReader reader, in ReadOnlySequence<byte> buffer)
    {
        ReadOnlySequence<byte> next = buffer.Slice(0, Math.Min(buffer.Length, transfer.Total - transfer.Done));
        nint start = transfer.Done;
        try
        {
            foreach (ReadOnlyMemory<byte> segment in next)
            {
                transfer.Scatter(segment.Span);
            }
        }
        finally
        {
            reader.AdvanceTo(buffer.GetPosition(transfer.Done - start));
        }
    }

    private static void ThrowIfCanceled(bool isCanceled) => new CancellationToken(isCanceled).ThrowIfCancellationRequested();
}
