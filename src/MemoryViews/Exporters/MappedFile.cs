using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>
/// A file of any size as memory: nothing is read before it is touched. Its view is bytes; cast it to what is in it. Python: <c>mmap.mmap</c>.
/// </summary>
/// <remarks>
/// <see cref="MemoryBlock.Close"/> ends its use at once; on Linux and macOS the file is let go of at once too, elsewhere when the collector has
/// proved that nothing can touch the mapping any more. The file itself stays open as long as the mapping is used, so it may be renamed or
/// deleted meanwhile. If somebody else cuts it short, taking a new loan and flushing are refused, but touching what is gone ends the process,
/// as it does in every language: open files that somebody may truncate as checked ones. Safe to use from any thread.
/// </remarks>
/// <example>
/// <code>
/// using MappedFile file = MappedFile.Open("samples.bin", MapAccess.ReadWrite);
/// file.Advise(MapAdvice.Random);                       // jumps do not pay for reading ahead
/// using (MemoryView samples = new MemoryView(file).Cast&lt;int&gt;())
/// {
///     samples[0] = 42;
/// }
///
/// file.Flush();                                        // on the disk now
/// </code>
/// </example>
public sealed partial class MappedFile : MemoryBlock, IBufferExporter
{
    private readonly ExportLock _exports = new();
    private readonly Lock _gate = new(); // no loan is made while the file is being resized
    private readonly FileSource _source;
    private bool _isHandedOver; // the open file went to the mapping that follows this one

    private MappedFile(FileSource source, string path, MapAccess access)
        : base(source, access == MapAccess.ReadOnly)
    {
        _source = source;
        Path = path;
        Access = access;
        Label = path;
    }

    /// <summary>The file, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>Whether views may write, and where to.</summary>
    public MapAccess Access { get; }

    /// <summary>Whether the file is read and written through the system instead of being mapped: see <see cref="Open"/>.</summary>
    public bool IsChecked => Checked is not null;

    /// <summary>Where in the file the first mapped byte lies, in bytes.</summary>
    public long FileOffset => _source.Offset;

    /// <summary>The file's length in bytes now, which others may have changed since it was mapped. Python: <c>mmap.size()</c>.</summary>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    public long FileLength
    {
        get
        {
            using MemoryScope scope = Enter(0, 0, MemoryUse.Read);
            return FileOpening.LengthOf(_source.File, Path);
        }
    }

    /// <summary>Maps a file, or a part of one.</summary>
    /// <remarks>
    /// A checked file is never touched in place, so that others may cut it short at any time: each operation reads and writes through the
    /// system, long ones in pieces of 1 MiB, and says where the file ends now when it has become too short. It costs a copy of the bytes, and a
    /// call for each item read alone. It has no address: leases, spans, pins and what rests on them are refused.
    /// <code>
    ///              truncated meanwhile          one item     the whole     leases, spans, pins
    ///   mapped     ends the process             1 ns         in place      yes
    ///   checked    <see cref="ViewFileException"/>  a call       in pieces     no
    /// </code>
    /// What cannot be mapped can be checked: pipes, character devices and files that the system makes up (/proc, /sys) are read to their end first, into a temporary
    /// file that nobody else sees; devices and made-up files for no more than 64 MiB unless <paramref name="length"/> says so.
    /// </remarks>
    /// <param name="path">An existing file. Unless checked, pipes, sockets, devices, folders and files that the system makes up (/proc, /sys) are refused
    /// without being opened or read.</param>
    /// <param name="access">Whether views may write, and where to.</param>
    /// <param name="offset">The first byte mapped; any, not only multiples of the page size.</param>
    /// <param name="length">Bytes mapped; null for all to the file's end. 0 is allowed, and an empty file is 0 bytes.</param>
    /// <param name="isChecked">Whether the file may be cut short by others meanwhile, or cannot be mapped.</param>
    /// <exception cref="ViewFileException">The file cannot be opened or mapped, or is none that can.</exception>
    /// <exception cref="ViewArgumentException">The part does not lie within the file, or the access is none.</exception>
    public static MappedFile Open(string path, MapAccess access = MapAccess.ReadOnly, long offset = 0, long? length = null, bool isChecked = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (access is < MapAccess.ReadOnly or > MapAccess.CopyOnWrite)
        {
            throw Error.UnknownMapAccess((int)access);
        }

        SafeFileHandle file = isChecked ? FileOpening.Any(path, access, offset, length) : FileOpening.Existing(path, access);
        try
        {
            long size = isChecked ? FileOpening.LengthOf(file, path) : FileOpening.MappableLengthOf(file, path);
            return new(FileSource.Of(file, path, access, offset, length, size, isChecked), path, access);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Makes a new file of zeros and maps it for writing. It takes no more of the disk than is written, where the file system can.</summary>
    /// <param name="path">A file that is not there yet: one that is there is never written over.</param>
    /// <param name="length">Its length in bytes; 0 is allowed, and <see cref="Resize"/> changes it.</param>
    /// <exception cref="ViewFileException">The file is there already, or cannot be created or mapped; nothing is left of it.</exception>
    /// <exception cref="ViewArgumentException">A negative length.</exception>
    /// <example><c>using MappedFile file = MappedFile.Create("grid.bin", 1000 * 1000 * sizeof(double));</c></example>
    public static MappedFile Create(string path, long length)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (length < 0)
        {
            throw Error.FileLength(length, long.MaxValue);
        }

        SafeFileHandle file = FileOpening.New(path, length);
        try
        {
            return new(FileSource.Of(file, path, MapAccess.ReadWrite, 0, length, length), path, MapAccess.ReadWrite);
        }
        catch
        {
            file.Dispose();
            FileOpening.Remove(path);
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    /// <exception cref="ViewFileException">The file has been cut short since it was mapped, and is no checked one.</exception>
    public BufferExport GetBuffer(BufferRequest request)
    {
        lock (_gate)
        {
            using MemoryScope scope = Enter(0, 0, MemoryUse.Read);
            if (!IsChecked)
            {
                _source.ThrowIfCutShort(0, Length);
            }

            return _exports.Lend(new BufferExport(this, this, Layout.Contiguous(1, [Length]), ItemFormat.UInt8, IsReadOnly).Narrow(request));
        }
    }

    private protected override IReadOnlyList<ExportHolder> Loans => _exports.Holders;

    private protected override void ThrowIfLent(string operation) => _exports.ThrowIfLent(operation);

    private protected override void OnClosed(bool inFinalizer)
    {
        if (!_isHandedOver)
        {
            _source.File.Dispose();
        }
    }
}
