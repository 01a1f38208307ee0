using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

// Places in files, beside any position a stream has: RandomAccess, with lists of runs.
public static partial class ViewTransport
{
    /// <summary>Writes the bytes of all items, in C order, at a place in a file. Python: <c>os.pwritev(fd, [view], offset)</c>.</summary>
    /// <param name="view">The view, of any layout.</param>
    /// <param name="file">A file from <see cref="File.OpenHandle"/>, open for writing.</param>
    /// <param name="fileOffset">The place of the first byte in the file.</param>
    /// <exception cref="ViewArgumentException">A negative offset.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteTo(this MemoryView view, SafeFileHandle file, long fileOffset)
        => ViewTransportFiles.Drain(view, file, fileOffset, waits: false, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>As <see cref="WriteTo"/>, without blocking.</summary>
    /// <param name="view">The view, of any layout.</param>
    /// <param name="file">A file from <see cref="File.OpenHandle"/>, open for writing.</param>
    /// <param name="fileOffset">The place of the first byte in the file.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <returns>A task that ends when all bytes are written.</returns>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    /// <inheritdoc cref="WriteTo"/>
    public static Task WriteToAsync(this MemoryView view, SafeFileHandle file, long fileOffset, CancellationToken cancellation = default)
        => ViewTransportFiles.Drain(view, file, fileOffset, waits: true, cancellation);

    /// <summary>Fills the view, in C order, from a place in a file, until it is full or the file has ended. Python: <c>os.preadv(fd, [view], offset)</c>.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="file">A file from <see cref="File.OpenHandle"/>, open for reading.</param>
    /// <param name="fileOffset">The place of the first byte in the file.</param>
    /// <returns>The bytes stored; fewer than <see cref="MemoryView.ByteLength"/> when the file has ended.</returns>
    /// <exception cref="ViewOperationException">The view is read-only, or its items overlap.</exception>
    /// <exception cref="ViewArgumentException">A negative offset.</exception>
    /// <exception cref="ViewReleasedException">The view has been released, before or meanwhile.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static nint ReadFrom(this MemoryView view, SafeFileHandle file, long fileOffset)
        => ViewTransportFiles.Fill(view, file, fileOffset, waits: false, CancellationToken.None).GetAwaiter().GetResult().Done;

    /// <summary>As <see cref="ReadFrom(MemoryView, SafeFileHandle, long)"/>, without blocking.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="file">A file from <see cref="File.OpenHandle"/>, open for reading.</param>
    /// <param name="fileOffset">The place of the first byte in the file.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    /// <inheritdoc cref="ReadFrom(MemoryView, SafeFileHandle, long)"/>
    public static async Task<nint> ReadFromAsync(this MemoryView view, SafeFileHandle file, long fileOffset, CancellationToken cancellation = default)
        => (await ViewTransportFiles.Fill(view, file, fileOffset, waits: true, cancellation).ConfigureAwait(false)).Done;

    /// <summary>Fills the whole view, in C order, from a place in a file.</summary>
    /// <returns>Nothing.</returns>
    /// <exception cref="ViewStreamEndException">The file ended before the view was full.</exception>
    /// <inheritdoc cref="ReadFrom(MemoryView, SafeFileHandle, long)"/>
    public static void ReadExactly(this MemoryView view, SafeFileHandle file, long fileOffset)
        => ViewTransportFiles.Fill(view, file, fileOffset, waits: false, CancellationToken.None).GetAwaiter().GetResult().ThrowIfShort();

    /// <summary>As <see cref="ReadExactly(MemoryView, SafeFileHandle, long)"/>, without blocking.</summary>
    /// <param name="view">The view, of any layout whose items do not overlap.</param>
    /// <param name="file">A file from <see cref="File.OpenHandle"/>, open for reading.</param>
    /// <param name="fileOffset">The place of the first byte in the file.</param>
    /// <param name="cancellation">Ends the transfer early.</param>
    /// <returns>A task that ends when the view is full.</returns>
    /// <exception cref="OperationCanceledException">The transfer was cancelled.</exception>
    /// <inheritdoc cref="ReadExactly(MemoryView, SafeFileHandle, long)"/>
    public static async Task ReadExactlyAsync(this MemoryView view, SafeFileHandle file, long fileOffset, CancellationToken cancellation = default)
        => (await ViewTransportFiles.Fill(view, file, fileOffset, waits: true, cancellation).ConfigureAwait(false)).ThrowIfShort();
}
