using System;
using System.Collections.Generic;

namespace MemoryViews.Files;

public sealed partial class NpzFile
{
    /// <summary>
    /// Writes views as an npz archive, stored, each member's items at a multiple of 64 bytes of the file, so that whoever maps it finds them aligned. The
    /// file appears under its name when it is complete. Python: <c>numpy.savez</c>.
    /// </summary>
    /// <param name="path">The file; an existing one is replaced. Nothing is added to the name.</param>
    /// <param name="arrays">Names, each once and without <c>.npy</c>, and the views, or anything that lends its memory, in the order they are to have.</param>
    /// <exception cref="ArrayFileException">
    /// A name stands twice, is empty or too long; NumPy has no type for the items of a view; or the file cannot be written.
    /// </exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, IBufferExporter>> arrays)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(arrays);
        NewFile.Write(path, arrays, static (stream, all) => new NpzWriter(stream).Write(all));
    }
}
