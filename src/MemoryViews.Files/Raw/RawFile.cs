using System;

namespace MemoryViews.Files;

/// <summary>
/// A file of items and nothing else, as a view: whoever opens it says what is in it. The file is mapped; no item is read before it is touched.
/// Python: <c>numpy.memmap</c>.
/// </summary>
/// <remarks>
/// Disposing ends the view and every view made from it. Safe to use from any thread, as views are.
/// <code>
/// using RawFile file = RawFile.Open("frames.raw", "B", [-1, 1080, 1920], offset: 64);
/// MemoryView frame = file.View[^1, ..];
/// </code>
/// </remarks>
public sealed class RawFile : IDisposable
{
    private readonly MappedFile _file;
    private readonly MemoryView _bytes;

    private RawFile(MappedFile file, MemoryView bytes, MemoryView view)
    {
        _file = file;
        _bytes = bytes;
        View = view;
    }

    /// <summary>The items. Writable when the file was opened with <see cref="MapAccess.ReadWrite"/> or <see cref="MapAccess.CopyOnWrite"/>.</summary>
    public MemoryView View { get; }

    /// <summary>Maps a file of items.</summary>
    /// <param name="path">An existing file.</param>
    /// <param name="format">What an item is, such as <c>"&gt;h"</c> or <c>"T{i:id:d:value:}"</c>.</param>
    /// <param name="shape">Items along each axis; one may be -1, for as many as the file has. Empty for one item alone.</param>
    /// <param name="offset">Bytes in front of the first item.</param>
    /// <param name="order">Whether the last axis lies densest (C) or the first (F).</param>
    /// <param name="access">Whether the view may write, and where to.</param>
    /// <exception cref="ViewFileException">The file cannot be opened or mapped.</exception>
    /// <exception cref="ViewSyntaxException">The format is none.</exception>
    /// <exception cref="ArrayFileException">The items do not lie within the file, or -1 cannot be filled in.</exception>
    /// <exception cref="ViewArgumentException">The shape has too many axes.</exception>
    public static RawFile Open(
        string path, string format, ReadOnlySpan<nint> shape, nint offset = 0, AxisOrder order = AxisOrder.C, MapAccess access = MapAccess.ReadOnly) =>
        Open(path, ItemFormat.Parse(format), shape, offset, order, access);

    /// <inheritdoc cref="Open(string, string, ReadOnlySpan{nint}, nint, AxisOrder, MapAccess)"/>
    public static RawFile Open(
        string path, ItemFormat format, ReadOnlySpan<nint> shape, nint offset = 0, AxisOrder order = AxisOrder.C, MapAccess access = MapAccess.ReadOnly)
    {
        ArgumentNullException.ThrowIfNull(format);
        MappedFile file = MappedFile.Open(path, access);
        MemoryView bytes = file.AsMemoryView();
        try
        {
            return new RawFile(file, bytes, bytes.WithLayout(format, RawShape.Place(bytes.ByteLength, format.Size, shape, offset, order)));
        }
        catch
        {
            bytes.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes what was changed to the file now; the system does so in time by itself.</summary>
    /// <exception cref="ViewReleasedException">The file has been disposed.</exception>
    public void Flush() => _file.Flush();

    /// <summary>Ends the view, every view made from it, and the mapping.</summary>
    public void Dispose()
    {
        View.Dispose();
        _bytes.Dispose();
        _file.Dispose();
    }
}
