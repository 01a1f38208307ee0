using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>Opens files that are to be mapped, and refuses by name what has no mapping, before an open could wait or a read could block.</summary>
internal static class FileOpening
{
    private const FileShare Share = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>A file that is there.</summary>
    public static SafeFileHandle Existing(string path, MapAccess access)
    {
        FileKind kind = FileKinds.Of(path);
        if (kind is not (FileKind.Unknown or FileKind.Regular))
        {
            throw kind == FileKind.Directory ? Error.IsDirectory(path) : Error.NoMapping(path, NameOf(kind));
        }

        return Open(path, access);
    }

    /// <summary>A file that is there, to be read through the system. What has no size of its own is read first, up to the end of the part asked for.</summary>
    public static SafeFileHandle Any(string path, MapAccess access, long offset, long? length)
    {
        FileKind kind = FileKinds.Of(path);
        switch (kind)
        {
            case FileKind.Directory:
                throw Error.IsDirectory(path);
            case FileKind.Socket:
                throw Error.NoMapping(path, NameOf(kind));
            case FileKind.Pipe or FileKind.CharacterDevice:
                return FileSnapshot.Take(path, access, offset, length, hasEnd: kind == FileKind.Pipe);
            case FileKind.Regular when IsMadeUp(FileKinds.FileSystemOf(path)):
                return FileSnapshot.Take(path, access, offset, length, hasEnd: false);
            default:
                return Open(path, access);
        }
    }

    private static SafeFileHandle Open(string path, MapAccess access)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, access == MapAccess.ReadWrite ? FileAccess.ReadWrite : FileAccess.Read, Share);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Error.CannotOpen(path, e);
        }
    }

    /// <summary>A file that was not there, of zeros.</summary>
    public static SafeFileHandle New(string path, long length)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, Share);
            SetLength(file, path, length);
            return file;
        }
        catch (ViewFileException)
        {
            file!.Dispose();
            Remove(path);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Error.CannotCreate(path, File.Exists(path) || Directory.Exists(path), e);
        }
    }

    /// <summary>Cuts or lengthens a file; what is added reads as zeros and takes no disk until it is written, where the file system can.</summary>
    public static void SetLength(SafeFileHandle file, string path, long length)
    {
        try
        {
            RandomAccess.SetLength(file, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Error.CannotSetLength(path, length, e);
        }
    }

    /// <summary>A file's length now.</summary>
    public static long LengthOf(SafeFileHandle file, string path)
    {
        try
        {
            return RandomAccess.GetLength(file);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            throw Error.CannotMap(path, e);
        }
    }

    /// <summary>The length of a file just opened. Files that the system makes up as they are read say 0, and must not pass for empty ones.</summary>
    public static long MappableLengthOf(SafeFileHandle file, string path)
    {
        string system = FileKinds.FileSystemOf(path);
        if (IsMadeUp(system))
        {
            throw Error.MadeUp(path, system); // before it is read: some of them wait for an event
        }

        long size = LengthOf(file, path);
        return size > 0 || IsEmpty(file, path) ? size : throw Error.MadeUp(path, system);
    }

    /// <summary>Takes a file's name away; on failure the name stays, which harms nobody.</summary>
    public static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is the message to give.
        }
    }

    private static bool IsEmpty(SafeFileHandle file, string path)
    {
        try
        {
            Span<byte> one = stackalloc byte[1];
            return RandomAccess.Read(file, one, 0) == 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Error.CannotMap(path, e);
        }
    }

    private static bool IsMadeUp(string fileSystem) => fileSystem is "proc" or "sysfs" or "debugfs" or "tracefs" or "cgroupfs" or "cgroup2fs"
        or "securityfs" or "selinux" or "configfs" or "bpf_fs" or "binfmt_misc" or "fusectl";

    private static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Pipe => "pipe",
        FileKind.Socket => "socket",
        FileKind.CharacterDevice => "character device",
        _ => "block device",
    };
}
