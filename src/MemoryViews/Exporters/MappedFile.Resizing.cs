using System;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

// Memory never moves under a view, so a file gets another length by being mapped again: this mapping closes, the new one takes the open file.
public sealed partial class MappedFile
{
    /// <summary>
    /// Changes the length of the mapped part, and with it the file's, and maps it anew. What is added reads as zeros. Python:
    /// <c>mmap.resize</c>, which gives the same object another length.
    /// </summary>
    /// <remarks>
    /// This mapping is closed by it: use the one returned. Nobody may hold it, so views never see their file end. The same file is resized,
    /// whatever its name leads to by now. Lengthening a part that does not reach the file's end maps more of what is there; shortening
    /// such a part is refused. Windows shortens no file that is mapped, and closed mappings stay until they are collected: shorten it there
    /// by other means. When it fails, this mapping stays as it was; only if the system refuses to shorten the file elsewhere than on Windows it is closed.
    /// </remarks>
    /// <param name="length">The new length of the mapped part, in bytes: the file ends at <see cref="FileOffset"/> + length, or where it did if that is further.</param>
    /// <returns>The file mapped anew, writable.</returns>
    /// <exception cref="BufferException">Loans of it are out; its <see cref="BufferException.Holders"/> name them.</exception>
    /// <exception cref="ViewArgumentException">A negative length, or one beyond what files can have.</exception>
    /// <exception cref="ViewNotSupportedException">The file is not mapped with <see cref="MapAccess.ReadWrite"/>.</exception>
    /// <exception cref="ViewOperationException">Bytes behind the mapped part would be lost.</exception>
    /// <exception cref="ViewFileException">The system refuses the length, or to map it.</exception>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    /// <example><c>file = file.Resize(2 * file.Length);</c></example>
    public MappedFile Resize(long length)
    {
        if (length < 0 || length > long.MaxValue - FileOffset)
        {
            throw Error.FileLength(length, long.MaxValue - FileOffset);
        }

        if (Access != MapAccess.ReadWrite)
        {
            throw Error.ResizeNeedsWriting(Path, Access == MapAccess.ReadOnly ? "for reading" : "as a copy");
        }

        lock (_gate)
        {
            // Inside, so that somebody who closes this mapping meanwhile does not close the open file, which the next one takes.
            if (!TryEnter())
            {
                throw Error.Closed(Name);
            }

            try
            {
                ThrowIfHeld($"resize {Path}");
                long size = FileOpening.LengthOf(_source.File, Path), end = FileOffset + length;
                return length >= Length ? Lengthen(length, end, size) : Shorten(length, end, size);
            }
            finally
            {
                if (!_isHandedOver)
                {
                    Leave();
                }
            }
        }
    }

    // Loans made by this file are counted; those that somebody else made over its memory show by their leases only.
    private void ThrowIfHeld(string operation)
    {
        _exports.ThrowIfLent(operation);
        if (Leases() is { Count: > 0 } holders)
        {
            throw Error.StillHeld(operation, holders);
        }
    }

    // Nobody notices that a file is longer: it is mapped anew before the old mapping goes, so that a failure leaves that one as it was.
    private MappedFile Lengthen(long length, long end, long size)
    {
        bool isTooShort = end > size; // one that is long enough keeps what others append meanwhile
        if (isTooShort)
        {
            FileOpening.SetLength(_source.File, Path, end);
        }

        MappedFile next;
        try
        {
            next = MapAgain(length, Math.Max(size, end));
        }
        catch
        {
            if (isTooShort)
            {
                FileOpening.SetLength(_source.File, Path, size); // as it was, in everything
            }

            throw;
        }

        Retire();
        return next;
    }

    private MappedFile Shorten(long length, long end, long size)
    {
        if (size > FileOffset + Length)
        {
            throw Error.ResizeWouldCut(Path, end, size);
        }

        if (OperatingSystem.IsWindows())
        {
            FileOpening.SetLength(_source.File, Path, end); // the system itself refuses while pages are mapped
            MappedFile next = MapAgain(length, end);
            Retire();
            return next;
        }

        // An access under way in another thread, of a view just released there, must find pages: those go first.
        Retire();
        SafeFileHandle file = _source.File;
        try
        {
            FileOpening.SetLength(file, Path, end);
            return MapAgain(length, end);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private MappedFile MapAgain(long length, long size)
        => new(FileSource.Of(_source.File, Path, Access, FileOffset, length, size, IsChecked), Path, Access) { Label = Label };

    // Nobody holds the memory, so this waits for operations under way only, such as a flush. Whoever ends the last of them closes the block,
    // and may not be through with its pages yet: this waits for that too.
    private void Retire()
    {
        _isHandedOver = true;
        Leave();
        Close(ClosePolicy.Wait);
        _source.Vacate();
    }
}
