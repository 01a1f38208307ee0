using System;
using System.IO;

namespace MemoryViews.Command;

/// <summary>
/// Reads what cannot be mapped. Up to 64 MiB stay in memory, more goes to a temporary file, which is mapped and deleted at once: no name is
/// left behind, however the command ends.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const int MostInMemory = 64 << 20;
    private const int BlockSize = 1 << 16;

    private readonly byte[] _block = new byte[BlockSize];
    private readonly MemoryStream _memory = new();
    private FileStream? _file;

    /// <summary>Reads a stream to its end, or to the end of the window, and closes it.</summary>
    /// <exception cref="Refusal">The stream gives more than the limit, or cannot be read.</exception>
    public static Source Read(Stream stream, string name, StreamWindow window, long? limit)
    {
        using (stream)
        {
            try
            {
                using Spool spool = new();
                long skipped = spool.Skip(stream, window.Skip);
                spool.Fill(stream, name, window.Length, limit);
                return spool.Finish(name, skipped);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Error.CannotRead(name, e);
            }
        }
    }

    private long Skip(Stream stream, long count)
    {
        long skipped = 0;
        while (skipped < count && stream.Read(_block, 0, (int)Math.Min(BlockSize, count - skipped)) is > 0 and int read)
        {
            skipped += read;
        }

        return skipped;
    }

    private void Fill(Stream stream, string name, long? length, long? limit)
    {
        long left = length ?? long.MaxValue, kept = 0;
        while (left > 0 && stream.Read(_block, 0, (int)Math.Min(BlockSize, left)) is > 0 and int read)
        {
            left -= read;
            kept += read;
            if (kept > limit)
            {
                throw Error.TooMuchToRead(name, limit.Value);
            }

            Keep(_block.AsSpan(0, read));
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_file is null && _memory.Length + bytes.Length <= MostInMemory)
        {
            _memory.Write(bytes);
            return;
        }

        try
        {
            _file ??= Spill();
            _file.Write(bytes);
        }
        catch (IOException e)
        {
            throw Error.CannotSpool(e);
        }
    }

    private FileStream Spill()
    {
        FileStream file = new(Path.Combine(Path.GetTempPath(), "memview-spool-" + Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _memory.WriteTo(file);
        _memory.SetLength(0);
        return file;
    }

    /// <summary>Takes the temporary file's name away; a mapping of it keeps its bytes.</summary>
    public void Dispose()
    {
        _memory.Dispose();
        if (_file is { } file)
        {
            file.Dispose();
            File.Delete(file.Name);
        }
    }

    private Source Finish(string name, long skipped)
    {
        if (_file is null)
        {
            return new(name, _memory.ToArray().AsMemoryView(), skipped, null);
        }

        _file.Flush();

        // Its name is known to nobody and is gone in a moment: this one may be mapped, because nobody can cut it short.
        MappedFile mapped = MappedFile.Open(_file.Name);
        return new(name, new MemoryView(mapped), skipped, mapped);
    }
}
