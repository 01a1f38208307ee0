using System;

namespace MemoryViews;

/// <summary>
/// A file of any size as memory: nothing is read before it is touched. Its view is bytes; cast it to what is in it.
/// </summary>
/// <remarks>
/// <see cref="MemoryBlock.Close"/> ends its use at once; the mapping itself goes when the collector has proved that nothing can touch it any more.
/// If somebody else cuts the file short meanwhile, touching what is gone ends the process, as it does in every language: open only files that
/// nobody truncates. Safe to use from any thread.
/// </remarks>
public sealed class MappedFile : MemoryBlock, IBufferExporter
{
    private readonly ExportLock _exports = new();

    private MappedFile(MemorySource source, string path, bool isReadOnly)
        : base(source, isReadOnly)
    {
        Path = path;
        Label = path;
    }

    /// <summary>The file, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>Maps a file, or a part of one.</summary>
    /// <param name="path">An existing file.</param>
    /// <param name="access">Whether views may write, and where to.</param>
    /// <param name="offset">The first byte mapped; any, not only multiples of the page size.</param>
    /// <param name="length">Bytes mapped; null for all to the file's end. 0 is allowed.</param>
    /// <exception cref="ViewFileException">The file cannot be opened or mapped, or is a directory.</exception>
    /// <exception cref="ViewArgumentException">The part does not lie within the file.</exception>
    public static MappedFile Open(string path, MapAccess access = MapAccess.ReadOnly, long offset = 0, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(new FileSource(path, access, offset, length), path, access == MapAccess.ReadOnly);
    }

    /// <summary>Writes what was changed to the file now; the system does so in time by itself.</summary>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    public void Flush()
    {
        ThrowIfClosed();
        FlushSource();
    }

    /// <inheritdoc/>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    public BufferExport GetBuffer(BufferRequest request)
    {
        ThrowIfClosed();
        return _exports.Lend(new BufferExport(this, this, Layout.Contiguous(1, [Length]), ItemFormat.UInt8, IsReadOnly).Narrow(request));
    }

    private protected override void ThrowIfLent(string operation) => _exports.ThrowIfLent(operation);
}
