using System;
using System.Threading;

namespace MemoryViews.Python;

/// <summary>A buffer that Python has filled, and gets back once: when its last user lets go, on whatever thread.</summary>
internal sealed unsafe class ImportedBuffer
{
    private nint _buffer;

    private ImportedBuffer(PyBuffer* buffer) => _buffer = (nint)buffer;

    /// <summary>Asks an object for its buffer. The caller holds the interpreter's lock.</summary>
    /// <param name="reference">The object (borrowed).</param>
    /// <param name="exporter">What views are to call their exporter; null to make a reference of its own.</param>
    /// <param name="request">The request, passed on as it is.</param>
    public static BufferExport Take(nint reference, PythonObject? exporter, BufferRequest request)
    {
        PyBuffer* buffer = BufferPool.Rent();
        if (Py.GetBuffer(reference, buffer, (int)request) < 0)
        {
            BufferPool.Return(buffer);
            throw Refusal(PythonException.Fetch(), request);
        }

        try
        {
            return Lend(buffer, exporter ?? PythonObject.Borrow(reference), request);
        }
        catch (Exception e) when (e is ViewArgumentException or ViewOperationException)
        {
            string type = PyType.NameOf(PyType.Of(reference));
            BufferPool.Release(buffer);
            throw Error.BrokenBuffer(type, e.Message);
        }
        catch
        {
            BufferPool.Release(buffer);
            throw;
        }
    }

    private static BufferExport Lend(PyBuffer* buffer, PythonObject exporter, BufferRequest request)
    {
        Layout layout = BufferShape.Read(buffer, out nint low, out nint length);
        ItemFormat format = BufferFormat.Read(buffer->Format, buffer->ItemSize);
        bool isReadOnly = buffer->ReadOnly != 0;
        ImportedBuffer owner = new(buffer);
        MemoryBlock block = MemoryBlock.Borrow((byte*)buffer->Buf + low, length, isReadOnly, owner.GiveBack);
        return new BufferExport(exporter, block, layout, format, isReadOnly, block.Dispose).Narrow(request);
    }

    private static Exception Refusal(PythonException error, BufferRequest request)
        => error.Code == ViewErrorCode.RequestRefused ? Error.Refused(error.PythonMessage, request) : error;

    // A finalizer must not wait for the interpreter's lock: the thread that has it may be waiting for finalizers.
    private void GiveBack()
    {
        PyBuffer* buffer = (PyBuffer*)Interlocked.Exchange(ref _buffer, 0);
        if (buffer is null)
        {
            return;
        }

        if (FinalizerThread.MayBeThis)
        {
            PendingReleases.AddBuffer(buffer);
        }
        else if (PythonHost.TryLock(out PythonLock held))
        {
            BufferPool.Release(buffer);
            held.Dispose();
        }
    }
}
