using System;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>A part of a file, mapped.</summary>
/// <remarks>
/// <code>
///   file      0 ........ Offset ................ Offset + Length ..... its end
///   memory         [page |======== Length bytes ========|     page]
///                        Address
/// </code>
/// A checked part is not mapped at all, and has no address. The mapping lives until the block's finalizer frees it; where the system can, closing lets go of the file before.
/// </remarks>
internal sealed unsafe class FileSource : MemorySource
{
    // .NET tells a lack of addresses by text alone. No system gives a process this many; what fails below it may be anything.
    private const long MostAddresses = 1L << 46;

    private readonly MemoryMappedViewAccessor? _accessor;
    private readonly string _path;
    private readonly MapAccess _access;

    private FileSource(SafeFileHandle file, string path, MapAccess access, long offset, nint count, bool isChecked)
        : base(PageMemory.CanReplace && !isChecked)
    {
        (File, _path, _access, Offset, Length) = (file, path, access, offset, count);
        if (isChecked)
        {
            Checked = new(file, path, offset, count, keepsWrites: access == MapAccess.CopyOnWrite);
            return;
        }

        if (count == 0)
        {
            return; // no system maps an empty range: an empty block needs no memory
        }

        _accessor = Map(file, path, access, offset, count);
        byte* start = null;
        _accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Address = (nint)start + (nint)_accessor.PointerOffset;
    }

    /// <summary>The file itself, whatever its name leads to by now: its length is asked and set through it.</summary>
    public SafeFileHandle File { get; }

    /// <summary>Where in the file the first byte lies.</summary>
    public long Offset { get; }

    public override CheckedFile? Checked { get; }

    /// <summary>Maps a part of an open file, which belongs to the source from then on; when this fails, it still is the caller's.</summary>
    public static FileSource Of(SafeFileHandle file, string path, MapAccess access, long offset, long? length, long size, bool isChecked = false)
    {
        if (offset < 0 || offset > size || length < 0 || length > size - offset)
        {
            throw Error.FileRange(path, offset, length, size);
        }

        long count = length ?? size - offset;
        return count <= nint.MaxValue ? new(file, path, access, offset, (nint)count, isChecked) : throw Error.NoAddresses(path, count, null);
    }

    /// <summary>
    /// Whether a write to one of two parts may show in the other. Two that keep their writes to themselves never do; one that does still sees
    /// the file where it was not written to.
    /// </summary>
    public bool IsSameFile(FileSource other)
    {
        if (ReferenceEquals(this, other) || (_access == MapAccess.CopyOnWrite && other._access == MapAccess.CopyOnWrite))
        {
            return ReferenceEquals(this, other);
        }

        return FileKinds.IdentityOf(File) is { } one && FileKinds.IdentityOf(other.File) is { } two
            ? one == two
            : string.Equals(Path.GetFullPath(_path), Path.GetFullPath(other._path), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Refuses when the file has been cut short before the end of a range, for reasons of somebody else's.</summary>
    public void ThrowIfCutShort(nint offset, nint length)
    {
        long size = FileOpening.LengthOf(File, _path);
        if (length > 0 && size < Offset + offset + length)
        {
            throw Checked is null ? Error.CutShort(_path, Offset + offset, length, size) : Error.CutShortChecked(_path, Offset + offset, length, size);
        }
    }

    public override void Flush() => Flush(0, Length);

    /// <summary>Writes a range to the file and waits until the disk has it.</summary>
    public void Flush(nint offset, nint length)
    {
        if (_access != MapAccess.ReadWrite || length == 0)
        {
            return; // nothing that was written is the file's
        }

        ThrowIfCutShort(offset, length);
        if (Checked is null && FileMemory.Flush(Address + offset, length) is not 0 and int error)
        {
            throw Error.CannotFlush(_path, Offset + offset, length, Marshal.GetPInvokeErrorMessage(error), null);
        }

        FlushDisk(offset, length);
    }

    /// <summary>Passes advice on a range on; whether the system took it.</summary>
    public bool Advise(MapAdvice advice, nint offset, nint length)
    {
        if (length == 0 || Checked is not null)
        {
            return length == 0; // nothing to be done, and that was done; or no mapping that it could be about
        }

        bool taken = FileAdvice.TryGive(Address + offset, length, advice, _access == MapAccess.CopyOnWrite, out int error);
        if (error != 0)
        {
            ThrowIfCutShort(offset, length);
            throw Error.CannotAdvise(_path, advice.ToString(), Offset + offset, length, Marshal.GetPInvokeErrorMessage(error));
        }

        return taken;
    }

    /// <summary>Lets go of the mapped pages under those who may still look: they see zeros. May be called twice.</summary>
    private protected override bool GiveBackPages() => Address != 0 && PageMemory.TryReplace(Address, Length, _access != MapAccess.ReadOnly);

    private protected override void FreeAddresses()
    {
        // The acquired pointer keeps the mapping alive even when the accessor was finalized before this.
        // The handle alone is disposed: the accessor would write changes to the disk first, wait for it, and throw where that fails. The system
        // writes them by itself, and who wants to know has flushed.
        _accessor?.SafeMemoryMappedViewHandle.ReleasePointer();
        _accessor?.SafeMemoryMappedViewHandle.Dispose();
    }

    // On Windows the system has the bytes after the first call, and the disk after this one.
    private void FlushDisk(nint offset, nint length)
    {
        if (!OperatingSystem.IsWindows() && Checked is null)
        {
            return;
        }

        try
        {
            RandomAccess.FlushToDisk(File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error.CannotFlush(_path, Offset + offset, length, e.Message, e);
        }
    }

    private static MemoryMappedViewAccessor Map(SafeFileHandle file, string path, MapAccess access, long offset, nint count)
    {
        MemoryMappedFileAccess mode = access switch
        {
            MapAccess.ReadOnly => MemoryMappedFileAccess.Read,
            MapAccess.ReadWrite => MemoryMappedFileAccess.ReadWrite,
            _ => MemoryMappedFileAccess.CopyOnWrite,
        };
        try
        {
            using MemoryMappedFile map = MemoryMappedFile.CreateFromFile(file, null, 0, mode, HandleInheritability.None, leaveOpen: true);
            return map.CreateViewAccessor(offset, count, mode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or OutOfMemoryException)
        {
            throw count >= MostAddresses ? Error.NoAddresses(path, count, e) : Error.CannotMap(path, e);
        }
    }
}
