using System;

namespace MemoryViews.Files;

/// <summary>One member that was asked for: its view, and its memory where it was inflated.</summary>
internal sealed class NpzMember : IDisposable
{
    private readonly NativeBuffer? _inflated;
    private readonly MemoryView _bytes;

    private NpzMember(NativeBuffer? inflated, MemoryView bytes, NpyOptions options)
    {
        _inflated = inflated;
        _bytes = bytes;
        View = NpyReader.IsNpy(bytes) ? NpyReader.ViewOf(bytes, NpyReader.ReadHeader(bytes, options)) : bytes;
    }

    public MemoryView View { get; }

    /// <summary>Bytes of memory the member takes: none when it is the file itself.</summary>
    public long Inflated => _inflated?.Length ?? 0;

    public static NpzMember Open(MemoryView file, in ZipEntry entry, NpyOptions options, long left)
    {
        MemoryView raw = ZipMember.Raw(new ZipBytes(file), entry);
        NativeBuffer? inflated = entry.Method switch
        {
            ZipEntry.Stored => null,
            ZipEntry.Deflated => ZipMember.Inflate(raw, entry, left),
            _ => throw Error.Method(entry.Name, entry.Method),
        };
        MemoryView bytes = inflated?.AsMemoryView() ?? raw;
        try
        {
            return new NpzMember(inflated, bytes, options);
        }
        catch
        {
            bytes.Dispose();
            inflated?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        View.Dispose();
        _bytes.Dispose();
        _inflated?.Dispose();
    }
}
