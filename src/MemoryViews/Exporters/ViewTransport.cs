using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews;

/// <summary>
/// Views of any layout moved through streams, sockets, pipes and files, as the bytes of their items in C order. Long runs are handed to the I/O as
/// they lie in memory; short ones are collected in a buffer of 64 KiB. The memory is held for one piece at a time, so it cannot go while the system works
/// on it, and a view given back in the middle ends the transfer with an exception that says how far it came.
/// </summary>
/// <remarks>
/// Nothing else may use the stream, socket or pipe in the same direction meanwhile. When a transfer fails or is cancelled, what was moved before stays
/// moved. All methods may be called from any thread.
/// </remarks>
public static partial class ViewTransport
{
    /// <summary>Writes the bytes of all items, in C order. Python: <c>file.write(view)</c>.</summary>
    /// <param name="view">The view, of any layout.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    public static void CopyTo(this MemoryView view, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ViewTransportLoops.Drain(view, new BlockingStreamEnd(destination), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Writes the bytes of all items, in C order.</summary>
    /// <param name="view">The view, of any layout.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    /// <example><c>await frame[.., 0..640].CopyToAsync(stream);</c></example>
    public static Task CopyToAsync(this MemoryView view, Stream destination, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return ViewTransportLoops.Drain(view, new StreamEnd(destination), cancellation);
    }

    /// <summary>Fills the view, in C order, until it is full or the stream has ended. Python: <c>file.readinto(view)</c>, repeated.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="source">Where the bytes come from.</param>
    /// <returns>The bytes stored; fewer than <see cref="MemoryView.ByteLength"/> when the stream has ended. The last item may be stored in part.</returns>
    /// <exception cref="ViewOperationException">The view is read-only, or its items overlap.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    public static nint ReadFrom(this MemoryView view, Stream source) => Fill(view, source).Done;

    /// <summary>As <see cref="ReadFrom(MemoryView, Stream)"/>, without blocking.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    /// <inheritdoc cref="ReadFrom(MemoryView, Stream)"/>
    public static async Task<nint> ReadFromAsync(this MemoryView view, Stream source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (await ViewTransportLoops.Fill(view, new StreamEnd(source), cancellation).ConfigureAwait(false)).Done;
    }

    /// <summary>Fills the whole view, in C order.</summary>
    /// <exception cref="ViewStreamEndException">The stream ended before the view was full.</exception>
    /// <returns>Nothing.</returns>
    /// <inheritdoc cref="ReadFrom(MemoryView, Stream)"/>
    public static void ReadExactly(this MemoryView view, Stream source) => Fill(view, source).ThrowIfShort();

    /// <summary>As <see cref="ReadExactly(MemoryView, Stream)"/>, without blocking.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <returns>A task that ends when the view is full.</returns>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    /// <inheritdoc cref="ReadExactly(MemoryView, Stream)"/>
    public static async Task ReadExactlyAsync(this MemoryView view, Stream source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        (await ViewTransportLoops.Fill(view, new StreamEnd(source), cancellation).ConfigureAwait(false)).ThrowIfShort();
    }

    private static ViewTransfer Fill(MemoryView view, Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ViewTransportLoops.Fill(view, new BlockingStreamEnd(source), CancellationToken.None).GetAwaiter().GetResult();
    }
}
