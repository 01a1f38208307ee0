namespace MemoryViews.Python;

public sealed unsafe partial class PythonObject
{
    /// <summary>
    /// The object's own memory, with no copy: the request goes to Python as it is. The loan holds the object; give it back from any thread, or
    /// drop it. Python: <c>PyObject_GetBuffer</c>, <c>PyBuffer_Release</c>.
    /// </summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <returns>A loan; its memory is dead once it was given back.</returns>
    /// <exception cref="BufferException">Python refused (<c>BufferError</c>), or its buffer cannot be.</exception>
    /// <exception cref="PythonException">Python raised something else: <c>TypeError</c> when the object has no buffer, <c>ValueError</c> from NumPy.</exception>
    public BufferExport GetBuffer(BufferRequest request)
    {
        using PythonUse use = new(this);
        return ImportedBuffer.Take(use.Pointer, this, request);
    }

    /// <summary>Whether it has a buffer, so that it may be viewed. Python: <c>PyObject_CheckBuffer</c>.</summary>
    public bool HasBuffer
    {
        get
        {
            using PythonUse use = new(this);
            return Py.CheckBuffer(use.Pointer) != 0;
        }
    }
}
