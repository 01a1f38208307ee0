using System;
using System.IO;
using System.IO.MemoryMappedFiles;

namespace MemoryViews;

/// <summary>A part of a file, mapped. The mapping outlives the file's handle, which is closed at once.</summary>
internal sealed unsafe class FileSource : MemorySource
{
    private readonly MemoryMappedViewAccessor? _accessor;

    public FileSource(string path, MapAccess access, long offset, long? length)
    {
        using FileStream file = Open(path, access);
        long size = SizeOf(file, path);
        if (offset < 0 || offset > size || length < 0 || length > size - offset)
        {
            throw Error.FileRange(path, offset, length, size);
        }

        long count = length ?? size - offset;
        Length = (nint)count;
        if (count == 0)
        {
            return; // no system maps an empty range: an empty block needs no memory
        }

        _accessor = Map(file, path, access, offset, count);
        byte* start = null;
        _accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Address = (nint)start + (nint)_accessor.PointerOffset;
    }

    public override void Flush() => _accessor?.Flush();

    public override void Free()
    {
        // The acquired pointer keeps the mapping alive even when the accessor was finalized before this.
        _accessor?.SafeMemoryMappedViewHandle.ReleasePointer();
        _accessor?.Dispose();
    }

    // Pipes have no size, and files that the system makes up as they are read (/proc) say 0: neither may pass for an empty file.
    private static long SizeOf(FileStream file, string path)
    {
        long size = file.CanSeek ? file.Length : throw Error.NoFileSize(path);
        return size > 0 || file.ReadByte() < 0 ? size : throw Error.NoFileSize(path);
    }

    private static FileStream Open(string path, MapAccess access)
    {
        if (Directory.Exists(path))
        {
            throw Error.IsDirectory(path);
        }

        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = access == MapAccess.ReadWrite ? FileAccess.ReadWrite : FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Error.CannotOpen(path, e);
        }
    }

    private static MemoryMappedViewAccessor Map(FileStream file, string path, MapAccess access, long offset, long count)
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Error.CannotMap(path, e);
        }
    }
}
