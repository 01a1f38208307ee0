using System;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews;

// Connections: sockets and pipes.
public static partial class ViewTransport
{
    /// <summary>Sends the bytes of all items, in C order, over a connected stream socket. Python: <c>socket.sendall(view)</c>.</summary>
    /// <param name="view">The view, of any layout.</param>
    /// <param name="socket">A connected socket of type Stream.</param>
    /// <param name="cancellation">Ends the transfer early; the peer may have a part.</param>
    /// <exception cref="ViewNotSupportedException">The socket sends messages, such as UDP's.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="SocketException">The connection failed.</exception>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    public static Task SendAsync(this MemoryView view, Socket socket, CancellationToken cancellation = default)
        => ViewTransportLoops.Drain(view, new SocketEnd(socket), cancellation);

    /// <summary>Fills the view, in C order, until it is full or the peer has closed. Python: <c>socket.recv_into(view)</c>, repeated.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="socket">A connected socket of type Stream.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <returns>The bytes stored; fewer than <see cref="MemoryView.ByteLength"/> when the peer has closed.</returns>
    /// <exception cref="ViewOperationException">The view is read-only, or its items overlap.</exception>
    /// <exception cref="ViewNotSupportedException">The socket receives messages, such as UDP's.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="SocketException">The connection failed.</exception>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    public static async Task<nint> ReceiveAsync(this MemoryView view, Socket socket, CancellationToken cancellation = default)
        => (await ViewTransportLoops.Fill(view, new SocketEnd(socket), cancellation).ConfigureAwait(false)).Done;

    /// <summary>Fills the whole view, in C order.</summary>
    /// <exception cref="ViewStreamEndException">The peer closed before the view was full.</exception>
    /// <returns>A task that ends when the view is full.</returns>
    /// <inheritdoc cref="ReceiveAsync"/>
    public static async Task ReceiveExactlyAsync(this MemoryView view, Socket socket, CancellationToken cancellation = default)
        => (await ViewTransportLoops.Fill(view, new SocketEnd(socket), cancellation).ConfigureAwait(false)).ThrowIfShort();

    /// <summary>Gathers the bytes of all items, in C order, into the pipe's own memory, flushing as it goes. The writer stays open.</summary>
    /// <param name="view">The view, of any layout.</param>
    /// <param name="writer">The pipe's writing end.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <exception cref="ViewStreamEndException">The reader completed before it had all bytes.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="OperationCanceledException">The transfer, or a flush, was cancelled.</exception>
    public static Task CopyToAsync(this MemoryView view, PipeWriter writer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return ViewTransportPipes.Drain(view, writer, cancellation);
    }

    /// <summary>Fills the view, in C order, until it is full or the writer has completed. What comes behind stays in the pipe.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="reader">The pipe's reading end.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <returns>The bytes stored; fewer than <see cref="MemoryView.ByteLength"/> when the writer has completed.</returns>
    /// <exception cref="ViewOperationException">The view is read-only, or its items overlap.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="OperationCanceledException">The transfer, or a read, was cancelled.</exception>
    public static async Task<nint> ReadFromAsync(this MemoryView view, PipeReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (await ViewTransportPipes.Fill(view, reader, cancellation).ConfigureAwait(false)).Done;
    }

    /// <summary>Fills the whole view, in C order.</summary>
    /// <exception cref="ViewStreamEndException">The writer completed before the view was full.</exception>
    /// <returns>A task that ends when the view is full.</returns>
    /// <inheritdoc cref="ReadFromAsync(MemoryView, PipeReader, CancellationToken)"/>
    public static async Task ReadExactlyAsync(this MemoryView view, PipeReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (await ViewTransportPipes.Fill(view, reader, cancellation).ConfigureAwait(false)).ThrowIfShort();
    }
}
