using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>
/// What a pipe, a device or a file that the system makes up had to say, read once into a temporary file that has no name any more: it can then
/// be read at any place, any number of times, and always says the same.
/// </summary>
internal static class FileSnapshot
{
    /// <summary>The most that is read of something that may have no end.</summary>
    public const long MostWithoutLength = 64L << 20;

    private const int BlockSize = 1 << 16;

    /// <param name="path">What to read.</param>
    /// <param name="access">Not <see cref="MapAccess.ReadWrite"/>: nobody would see what was written.</param>
    /// <param name="offset">The first byte that will be asked for; what comes before it is passed over.</param>
    /// <param name="length">Bytes that will be asked for from there; null for all.</param>
    /// <param name="hasEnd">Whether somebody decides where it ends.</param>
    public static SafeFileHandle Take(string path, MapAccess access, long offset, long? length, bool hasEnd)
    {
        if (access == MapAccess.ReadWrite)
        {
            throw Error.SnapshotForWriting(path);
        }

        long most = length is { } asked ? Math.Max(offset, 0) + Math.Max(asked, 0) : hasEnd ? long.MaxValue : MostWithoutLength;
        try
        {
            using FileStream source = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return Copy(source, path, Math.Max(offset, 0), most, isLimit: length is null && !hasEnd);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException && e is not IViewException)
        {
            throw Error.CannotOpen(path, e);
        }
    }

    private static SafeFileHandle Copy(FileStream source, string path, long first, long most, bool isLimit)
    {
        SafeFileHandle copy = Nameless();
        try
        {
            Fill(copy, source, path, first, most, isLimit);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    // What is passed over is a hole in the copy, which takes no disk.
    private static void Fill(SafeFileHandle copy, FileStream source, string path, long first, long most, bool isLimit)
    {
        byte[] block = new byte[BlockSize];
        long done = 0;
        while (done < most && source.Read(block, 0, (int)Math.Min(BlockSize, most - done)) is > 0 and int count)
        {
            int passed = (int)Math.Clamp(first - done, 0, count);
            RandomAccess.Write(copy, block.AsSpan(passed, count - passed), done + passed);
            done += count;
        }

        if (done <= first)
        {
            RandomAccess.SetLength(copy, done); // nothing was written, but it has so many bytes
        }

        if (isLimit && done == most && source.Read(block, 0, 1) > 0)
        {
            throw Error.SnapshotTooLong(path, most);
        }
    }

    // Deleted as soon as it is open where the system allows it, and by the system when it is closed otherwise.
    private static SafeFileHandle Nameless()
    {
        string path = Path.Combine(Path.GetTempPath(), "memoryviews-" + Guid.NewGuid().ToString("N"));
        SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            FileOpening.Remove(path);
        }

        return file;
    }
}
