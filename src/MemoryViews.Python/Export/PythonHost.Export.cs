using System;

namespace MemoryViews.Python;

public static unsafe partial class PythonHost
{
    /// <summary>
    /// Memory of .NET as a Python object that <c>memoryview</c>, <c>numpy.asarray</c>, Pillow, sqlite3, sockets, files and whatever else takes a buffer accept
    /// without a copy: shape, strides of either sign, pointers, records and read-only pass through as they are.
    /// </summary>
    /// <param name="exporter">A view (shared: the caller may dispose its own), or anything else with a buffer.</param>
    /// <returns>The object. The memory stays alive, pinned, and cannot be resized, until Python has let go of it and of every buffer taken from it.</returns>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <exception cref="BufferException">The exporter refuses.</exception>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static PythonObject Export(IBufferExporter exporter)
    {
        ArgumentNullException.ThrowIfNull(exporter);
        using PythonLock held = Lock();
        return PythonObject.Own(ExportedBuffer.Reference(exporter));
    }
}
