using System;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews;

// What was written to a writable mapping is the file's at once for every process, and on the disk when the system comes to it, or is told to.
public sealed partial class MappedFile
{
    // Where somebody may want to stop it, a flush goes in pieces: small enough to stop soon, large enough not to matter.
    private const nint Piece = 256 << 20;

    /// <summary>Writes what was changed to the disk and waits for it; the system does so in time by itself. Nothing to do for files that are
    /// not <see cref="MapAccess.ReadWrite"/>. Python: <c>mmap.flush()</c>.</summary>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    /// <exception cref="ViewFileException">The disk does not take it, or the file has been cut short.</exception>
    public void Flush()
    {
        ThrowIfClosed();
        FlushSource();
    }

    /// <summary>As <see cref="Flush()"/>, a range of the mapped bytes and the pages it touches. Python: <c>mmap.flush(offset, size)</c>.</summary>
    /// <param name="offset">The first byte, counted from the first mapped one; any, not only multiples of the page size.</param>
    /// <param name="length">Bytes; 0 is allowed.</param>
    /// <exception cref="ViewArgumentException">The range does not lie within the mapped bytes.</exception>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    /// <exception cref="ViewFileException">The disk does not take it, or the file has been cut short.</exception>
    public void Flush(nint offset, nint length)
    {
        CheckRange("flushed", offset, length);
        using MemoryScope scope = Enter(0, 0, MemoryUse.Read);
        _source.Flush(offset, length);
    }

    /// <summary>As <see cref="Flush()"/>, on another thread: the caller does not wait.</summary>
    /// <param name="cancellationToken">Stops it after a piece; what was written by then stays written.</param>
    /// <returns>A task that ends when the disk has everything changed before the call. Until then the file can be closed, but lives on.</returns>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    /// <example><c>await file.FlushAsync(cancellationToken);</c></example>
    public Task FlushAsync(CancellationToken cancellationToken = default) => FlushAsync(0, Length, cancellationToken);

    /// <summary>As <see cref="Flush(nint, nint)"/>, on another thread: the caller does not wait.</summary>
    /// <param name="offset">The first byte, counted from the first mapped one.</param>
    /// <param name="length">Bytes; 0 is allowed.</param>
    /// <param name="cancellationToken">Stops it after a piece; what was written by then stays written.</param>
    /// <returns>A task that ends when the disk has the range. It fails with <see cref="ViewFileException"/> when the disk does not take it.</returns>
    /// <exception cref="ViewArgumentException">The range does not lie within the mapped bytes.</exception>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    public Task FlushAsync(nint offset, nint length, CancellationToken cancellationToken = default)
    {
        CheckRange("flushed", offset, length);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        return TryEnter() ? FlushAndLeave(offset, length, cancellationToken) : throw Error.Closed(Name);
    }

    private async Task FlushAndLeave(nint offset, nint length, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(() => FlushPieces(offset, length, cancellationToken), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void FlushPieces(nint offset, nint length, CancellationToken cancellationToken)
    {
        // The end lies within the mapped bytes, so the sums below stay within them too.
        nint end = offset + length, piece = cancellationToken.CanBeCanceled ? Piece : length;
        while (offset < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            nint count = Math.Min(piece, end - offset);
            _source.Flush(offset, count);
            offset += count;
        }
    }

    private void CheckRange(string operation, nint offset, nint length)
    {
        if (offset < 0 || length < 0 || offset > Length || length > Length - offset)
        {
            throw Error.MappedRange(operation, Name, offset, length, Length);
        }
    }
}
