using System;
using System.IO;

namespace MemoryViews.Files;

/// <summary>
/// One array in NumPy's npy format, as a view. Opening a file maps it: no item is read before it is touched, and none is copied. The header is
/// parsed by hand and never evaluated; arrays of pickled Python objects are refused. Python: <c>numpy.load(path, mmap_mode=...)</c>, <c>numpy.save</c>.
/// </summary>
/// <remarks>
/// Disposing ends the view and every view made from it. Safe to use from any thread, as views are.
/// <code>
/// using NpyFile file = NpyFile.Open("grid.npy", MapAccess.ReadWrite);
/// file.View[0, 0] = 42.0;                       // written to the file
/// NpyFile.Save("turned.npy", file.View.Transpose());
/// </code>
/// </remarks>
public sealed partial class NpyFile : IDisposable
{
    private readonly NpyHeader _header;
    private readonly MemoryBlock? _block;
    private readonly MemoryView _bytes;

    private NpyFile(MemoryBlock? block, MemoryView bytes, NpyOptions? options)
    {
        _block = block;
        _bytes = bytes;
        _header = NpyReader.ReadHeader(bytes, options ?? NpyOptions.Default);
        View = NpyReader.ViewOf(bytes, _header);
    }

    /// <summary>The items. Writable when the file was opened with <see cref="MapAccess.ReadWrite"/> or <see cref="MapAccess.CopyOnWrite"/>.</summary>
    public MemoryView View { get; }

    /// <summary>What an item is. Python: <c>dtype</c>.</summary>
    public ItemFormat Format => _header.Format;

    /// <summary>The length of each axis in items; empty for an array of rank 0.</summary>
    public ReadOnlySpan<nint> Shape => _header.Shape;

    /// <summary>Whether the last axis lies densest in the file (C) or the first (F).</summary>
    public AxisOrder Order => _header.Order;

    /// <summary>
    /// The item type as it stands in the header, a Python literal: <c>'&lt;f8'</c>, <c>[('x', '&lt;i4')]</c>. Titles and units of time are told here alone.
    /// </summary>
    public string Description => _header.Description;

    /// <summary>The version of the file's format: 1.0, 2.0 or 3.0.</summary>
    public Version Version => _header.Version;

    /// <summary>Bytes from the start of the file to the first item.</summary>
    public nint DataOffset => _header.DataOffset;

    /// <summary>Maps an npy file.</summary>
    /// <param name="path">An existing file.</param>
    /// <param name="access">Whether the view may write, and where to.</param>
    /// <param name="options">Limits, and what to do about dates; null for <see cref="NpyOptions.Default"/>.</param>
    /// <exception cref="ViewFileException">The file cannot be opened or mapped.</exception>
    /// <exception cref="ArrayFileException">
    /// The file is no npy file, is cut short, holds Python objects, or a type that no buffer format can say.
    /// </exception>
    public static NpyFile Open(string path, MapAccess access = MapAccess.ReadOnly, NpyOptions? options = null) =>
        Over(MappedFile.Open(path, access), options);

    /// <summary>The array in the bytes of an npy file: a view over this very memory, read-only.</summary>
    /// <param name="file">A whole npy file; bytes behind its items are allowed.</param>
    /// <param name="options">Limits, and what to do about dates; null for <see cref="NpyOptions.Default"/>.</param>
    /// <exception cref="ArrayFileException">The bytes are no npy file, as for <see cref="Open"/>.</exception>
    public static NpyFile Read(ReadOnlyMemory<byte> file, NpyOptions? options = null) => Over(null, file.AsMemoryView(), options);

    /// <summary>
    /// The array at the position of a stream, read into native memory; the stream is left behind its last item, so that arrays written one after
    /// the other are read so. Memory is taken as bytes arrive, never for what a header merely promises.
    /// </summary>
    /// <param name="stream">A readable stream; it need not seek.</param>
    /// <param name="options">Limits, and what to do about dates; null for <see cref="NpyOptions.Default"/>.</param>
    /// <exception cref="ArrayFileException">The bytes are no npy file, as for <see cref="Open"/>.</exception>
    /// <exception cref="InsufficientViewMemoryException">The items do not fit memory.</exception>
    public static NpyFile Read(Stream stream, NpyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Over(NpyStream.Read(stream, options ?? NpyOptions.Default), options);
    }

    /// <summary>Writes what was changed to the file now; the system does so in time by itself. Does nothing for arrays that were read.</summary>
    /// <exception cref="ViewReleasedException">The file has been disposed.</exception>
    public void Flush() => (_block as MappedFile)?.Flush();

    /// <summary>Ends the view, every view made from it, and the mapping.</summary>
    public void Dispose()
    {
        View.Dispose();
        _bytes.Dispose();
        _block?.Dispose();
    }

    private static NpyFile Over<TBlock>(TBlock block, NpyOptions? options)
        where TBlock : MemoryBlock, IBufferExporter => Over(block, block.AsMemoryView(), options);

    // What was opened for a file that turns out to be none is given back before the exception goes on.
    private static NpyFile Over(MemoryBlock? block, MemoryView bytes, NpyOptions? options)
    {
        try
        {
            return new NpyFile(block, bytes, options);
        }
        catch
        {
            bytes.Dispose();
            block?.Dispose();
            throw;
        }
    }
}
