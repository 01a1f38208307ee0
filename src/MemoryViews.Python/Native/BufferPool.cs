using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// Places for filled buffers, which must not move while they are out: an exporter may have pointed the shape at the structure itself. Used by whoever
/// holds the interpreter's lock, so the list of free ones needs none.
/// </summary>
internal static unsafe class BufferPool
{
    private const int MostKept = 256;
    private static PyBuffer* s_free;
    private static int s_kept;

    /// <summary>An empty structure.</summary>
    public static PyBuffer* Rent()
    {
        PyBuffer* buffer = s_free;
        if (buffer is null)
        {
            return (PyBuffer*)NativeMemory.AllocZeroed((nuint)sizeof(PyBuffer));
        }

        s_free = (PyBuffer*)buffer->Internal;
        s_kept--;
        *buffer = default;
        return buffer;
    }

    /// <summary>Gives the buffer back to its exporter, if one is in it, and the structure to the pool.</summary>
    public static void Release(PyBuffer* buffer)
    {
        // Runs the exporter's code, which may rent meanwhile: the structure is free only after.
        Py.BufferRelease(buffer);
        Return(buffer);
    }

    /// <summary>Takes back a structure that holds nothing.</summary>
    public static void Return(PyBuffer* buffer)
    {
        if (s_kept >= MostKept)
        {
            NativeMemory.Free(buffer);
            return;
        }

        buffer->Internal = s_free;
        s_free = buffer;
        s_kept++;
    }
}
