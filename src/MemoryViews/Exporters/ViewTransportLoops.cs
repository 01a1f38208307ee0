using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews;

/// <summary>The two loops that move a view: out to a sink, in from a source.</summary>
internal static class ViewTransportLoops
{
    public static async Task Drain<TSink>(MemoryView view, TSink sink, CancellationToken cancellation)
        where TSink : struct, IViewSink
    {
        ViewTransfer transfer = new(view, fill: false);
        cancellation.ThrowIfCancellationRequested();
        if (!transfer.IsLent)
        {
            await DrainBuffered(transfer, sink, cancellation).ConfigureAwait(false);
            return;
        }

        while (!transfer.IsOver)
        {
            using BorrowedMemory<byte> piece = transfer.LendNext();
            await sink.WriteAsync(piece.Memory, cancellation).ConfigureAwait(false);
            transfer.Advance(piece.Memory.Length);
        }
    }

    /// <summary>Reads until the view is full or the source has ended.</summary>
    public static async Task<ViewTransfer> Fill<TSource>(MemoryView view, TSource source, CancellationToken cancellation)
        where TSource : struct, IViewSource
    {
        ViewTransfer transfer = new(view, fill: true);
        cancellation.ThrowIfCancellationRequested();
        if (!transfer.IsLent)
        {
            await FillBuffered(transfer, source, cancellation).ConfigureAwait(false);
            return transfer;
        }

        for (int count = 1; count > 0 && !transfer.IsOver;)
        {
            using BorrowedMemory<byte> piece = transfer.LendNext();
            count = await source.ReadAsync(piece.Memory, cancellation).ConfigureAwait(false);
            transfer.Accept(count, piece.Memory.Length);
        }

        return transfer;
    }

    private static async Task DrainBuffered<TSink>(ViewTransfer transfer, TSink sink, CancellationToken cancellation)
        where TSink : struct, IViewSink
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(transfer.NextBuffer);
        try
        {
            while (!transfer.IsOver)
            {
                int count = transfer.NextBuffer;
                transfer.Gather(buffer.AsSpan(0, count));
                await sink.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
                transfer.Advance(count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task FillBuffered<TSource>(ViewTransfer transfer, TSource source, CancellationToken cancellation)
        where TSource : struct, IViewSource
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(transfer.NextBuffer);
        try
        {
            for (int count = 1; count > 0 && !transfer.IsOver;)
            {
                int most = transfer.NextBuffer;
                count = await source.ReadAsync(buffer.AsMemory(0, most), cancellation).ConfigureAwait(false);
                transfer.Scatter(buffer.AsSpan(0, ViewTransfer.Checked(count, most)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
