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

        // From here on the buffer goes back once, whoever says so first: the loan, or what fails before there is one.
        ImportedBuffer owner = new(buffer);
        try
        {
            return owner.Lend(exporter ?? PythonObject.Borrow(reference), request);
        }
        catch (ViewArgumentException e)
        {
            string type = PyType.NameOf(PyType.Of(reference));
            owner.GiveBack();
            throw Error.BrokenBuffer(type, e.Message);
        }
        catch
        {
            owner.GiveBack();
            throw;
        }
    }

    private BufferExport Lend(PythonObject exporter, BufferRequest request)
    {
        PyBuffer* buffer = (PyBuffer*)_buffer;
        Layout layout = ImportedShape.Read(buffer, out nint low, out nint length);
        ItemFormat format = ImportedFormat.Read(buffer->Format, buffer->ItemSize);
        bool isReadOnly = buffer->ReadOnly != 0;
        MemoryBlock block = MemoryBlock.Borrow((byte*)buffer->Buf + low, length, isReadOnly, GiveBack);
        GC.SuppressFinalize(block); // the loan's own ticket closes it, also when all was dropped: once is enough
        return new BufferExport(exporter, block, layout, format, isReadOnly, block.Dispose).Narrow(request);
    }

    private static Exception Refusal(PythonException error, BufferRequest request)
        => error.Code == ViewErrorCode.RequestRefused ? Error.Refused(error.PythonMessage, request) : error;

    // Also what was dropped comes here, from a thread that must not wait for the interpreter's lock.
    private void GiveBack()
    {
        PyBuffer* buffer = (PyBuffer*)Interlocked.Exchange(ref _buffer, 0);
        if (buffer is null)
        {
            return;
        }

        if (!PythonReleases.MayWait)
        {
            PythonReleases.AddBuffer(buffer);
        }
        else if (PythonHost.TryLock(out PythonLock held))
        {
            BufferPool.Release(buffer);
            held.Dispose();
        }
    }
}
