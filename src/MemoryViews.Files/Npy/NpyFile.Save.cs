using System;
using System.IO;

namespace MemoryViews.Files;

public sealed partial class NpyFile
{
    /// <summary>
    /// Writes a view as an npy file, byte for byte what <c>numpy.save</c> writes for the same array: items that lie in Fortran order are written so,
    /// all others in C order. Titles of fields are no part of a buffer format and are not written. The file appears under its name when it is
    /// complete, so that a view may be saved over the file it is mapped from.
    /// </summary>
    /// <param name="path">The file; an existing one is replaced. Nothing is added to the name.</param>
    /// <param name="source">A view, or anything that lends its memory; any strides, any byte order.</param>
    /// <exception cref="ArrayFileException">The file cannot be written, or NumPy has no type for the items, such as pointers.</exception>
    public static void Save(string path, IBufferExporter source)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(source);
        NewFile.Write(path, source, static (stream, exporter) => Write(stream, exporter));
    }

    /// <summary>Writes a view to a stream in npy format, as <see cref="Save"/> does to a file.</summary>
    /// <param name="stream">A writable stream; it need not seek.</param>
    /// <param name="source">A view, or anything that lends its memory.</param>
    /// <exception cref="ArrayFileException">NumPy has no type for the items, such as pointers.</exception>
    public static void Write(Stream stream, IBufferExporter source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        using MemoryView view = new(source);
        NpyWriter writer = new(view);
        stream.Write(writer.Header);
        writer.WriteItems(stream);
    }
}
