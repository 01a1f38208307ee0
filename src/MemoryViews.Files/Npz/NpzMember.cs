using System;

namespace MemoryViews.Files;

/// <summary>One member that was asked for: its view, and its memory where it was inflated.</summary>
internal sealed class NpzMember : IDisposable
{
    private readonly NativeBuffer? _inflated;
    private readonly MemoryView _bytes;

    private NpzMember(NativeBuffer? inflated, MemoryView bytes, NpzOptions options)
    {
        _inflated = inflated;
        _bytes = bytes;
        View = NpyReader.IsNpy(bytes) ? NpyReader.ViewOf(bytes, NpyReader.ReadHeader(bytes, options.Npy)) : bytes;
    }

    public MemoryView View { get; }

    public static NpzMember Open(MemoryView file, in ZipEntry entry, NpzOptions options)
    {
        MemoryView raw = ZipMember.Raw(new ZipBytes(file), entry);
        NativeBuffer? inflated = entry.Method switch
        {
            ZipEntry.Stored => null,
            ZipEntry.Deflated => ZipMember.Inflate(raw, entry, options),
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
