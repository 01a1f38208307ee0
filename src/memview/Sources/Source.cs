using System;
using System.IO;

namespace MemoryViews.Command;

/// <summary>The bytes a command works on: a view of them, and where in the file they begin.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Bytes">The bytes, rank 1.</param>
/// <param name="Start">Where in the file the first of them lies: 0 unless a pipe's beginning was skipped.</param>
/// <param name="Owner">What to close when the work is done.</param>
internal sealed record Source(string Name, MemoryView Bytes, long Start, IDisposable? Owner) : IDisposable
{
    /// <summary>The most that is read from a file that should have been mapped but cannot be.</summary>
    public const long MostReadFromUnmappable = 64L << 20;

    /// <summary>Opens a file: looked into where it lies when it has a size of its own, read to its end when not.</summary>
    /// <param name="path">The path, or "-" for standard input.</param>
    /// <param name="skip">Bytes that will not be asked for, so that a stream need not keep them; negative when counted from the end.</param>
    /// <param name="length">Bytes that will be asked for at most after that; null for all.</param>
    /// <exception cref="Refusal">The file cannot be read.</exception>
    public static Source Open(string path, Int128 skip, Int128? length)
    {
        bool isInput = path == "-";
        string real = isInput ? "/dev/stdin" : path;
        string name = isInput ? "standard input" : path;
        StreamWindow window = StreamWindow.Of(skip, length);
        switch (isInput && !OperatingSystem.IsLinux() ? FileKind.Pipe : FileKinds.Of(real))
        {
            case FileKind.Missing:
                throw Error.Missing(name);
            case FileKind.Directory:
                throw Error.IsDirectory(name);
            case FileKind.Regular:
                return CheckedOrRead(real, name, window);
            case FileKind.Pipe:
                return Spool.Read(isInput ? Console.OpenStandardInput() : OpenStream(real, name), name, window, limit: null);
            default:
                return Spool.Read(isInput ? Console.OpenStandardInput() : OpenStream(real, name), name, window, isInput ? null : MostReadFromUnmappable);
        }
    }

    public void Dispose()
    {
        Bytes.Dispose();
        Owner?.Dispose();
    }

    /// <summary>
    /// A regular file that somebody may cut short while it is looked at. Those of /proc say they are empty and are not; those of /sys have a size
    /// that is none.
    /// </summary>
    private static Source CheckedOrRead(string path, string name, StreamWindow window)
    {
        try
        {
            if (HasBytes(path))
            {
                MappedFile file = MappedFile.Open(path, isChecked: true);
                return new(name, new MemoryView(file), 0, file);
            }
        }
        catch (ViewFileException)
        {
            // Why it failed is found out by reading it: whatever stands in the way of that is the message to give.
        }

        return Spool.Read(OpenStream(path, name), name, window, MostReadFromUnmappable);
    }

    // Mapping no bytes of it refuses files that the system makes up without reading them: opened as a checked one, such a file would be read to its end.
    private static bool HasBytes(string path)
    {
        using MappedFile file = MappedFile.Open(path, length: 0);
        return file.FileLength > 0;
    }

    private static FileStream OpenStream(string path, string name)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Error.CannotRead(name, e);
        }
    }
}
