using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>
/// A file that is read and written through the system rather than touched: where it has been cut short, a call says so, and no page is missing
/// under anybody. What is written privately is kept beside it, page by page.
/// </summary>
internal sealed class CheckedFile(SafeFileHandle file, string path, long start, nint length, bool keepsWrites)
{
    /// <summary>Bytes taken at once: large enough for the calls not to matter, small enough to stay in the cache between them and the kernels.</summary>
    public const int MostAtOnce = 1 << 20;

    private readonly PrivatePages? _private = keepsWrites ? new(length) : null;

    /// <summary>Reads bytes, counted from the block's first.</summary>
    /// <exception cref="ViewFileException">The file has been cut short, or cannot be read.</exception>
    public void Read(nint offset, Span<byte> destination)
    {
        if (_private is null)
        {
            ReadFile(offset, destination);
        }
        else
        {
            _private.Read(offset, destination, ReadFile);
        }
    }

    /// <summary>Writes bytes, counted from the block's first. Never lengthens a file that is found cut short.</summary>
    /// <exception cref="ViewFileException">The file has been cut short, or does not take them; it may have taken some.</exception>
    public void Write(nint offset, ReadOnlySpan<byte> source)
    {
        if (_private is null)
        {
            WriteFile(offset, source);
        }
        else
        {
            _private.Write(offset, source, ReadFile);
        }
    }

    private void ReadFile(nint offset, Span<byte> destination)
    {
        int done = 0;
        try
        {
            while (done < destination.Length && RandomAccess.Read(file, destination[done..], start + offset + done) is > 0 and int count)
            {
                done += count;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Error.CannotReadFile(path, start + offset, destination.Length, e);
        }

        // A cut that meets the read leaves zeros in what was read, and the whole count: the system takes the length back first and clears the pages
        // then. So the length is asked after the read, as the state of memory is.
        long size = FileOpening.LengthOf(file, path);
        if (done < destination.Length || size < start + offset + destination.Length)
        {
            throw Error.CutShortChecked(path, start + offset, destination.Length, size);
        }
    }

    // Another process may cut the file between the question and the write, which then makes it long again: no system writes without lengthening.
    private void WriteFile(nint offset, ReadOnlySpan<byte> source)
    {
        long size = FileOpening.LengthOf(file, path);
        if (start + offset + source.Length > size)
        {
            throw Error.CutShortChecked(path, start + offset, source.Length, size);
        }

        try
        {
            RandomAccess.Write(file, source, start + offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Error.CannotWriteFile(path, start + offset, source.Length, e);
        }
    }
}
