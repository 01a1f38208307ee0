using System;

namespace MemoryViews.Python;

/// <summary>
/// The loan of this library over one buffer that was taken from a Python object. The buffer goes back when the loan has ended and nobody uses its memory any more,
/// at once where the interpreter's lock is held.
/// </summary>
internal sealed unsafe class ViewLoan
{
    private PyBuffer* _buffer;
    private MemoryView? _root;

    private ViewLoan(PyBuffer* buffer) => _buffer = buffer;

    /// <summary>The loan; views are made over it.</summary>
    public BufferExport Export { get; private set; } = null!;

    /// <summary>Where byte 0 of the loan's memory is.</summary>
    public nint Address { get; private set; }

    /// <summary>A view of all of it, to be disposed.</summary>
    public MemoryView NewView() => new(_root ??= MemoryView.Over(Export));

    /// <summary>Asks an object for its memory, for the length of an operation.</summary>
    /// <param name="exporter">The object.</param>
    /// <param name="flags">What is asked for, in C's numbers.</param>
    /// <exception cref="PythonException">The object does not lend its memory, or not so.</exception>
    public static BufferExport Take(nint exporter, int flags) => Over(Ask(exporter, flags)).Export;

    /// <summary>Asks an object for its memory.</summary>
    /// <returns>A buffer of the pool, to be given back to it.</returns>
    public static PyBuffer* Ask(nint exporter, int flags)
    {
        PyBuffer* buffer = BufferPool.Rent();
        if (Py.GetBuffer(exporter, buffer, flags) == 0)
        {
            return buffer;
        }

        BufferPool.Return(buffer);
        throw PythonException.Fetch();
    }

    /// <summary>A loan over a buffer, which it gives back; at once when the buffer cannot be viewed.</summary>
    public static ViewLoan Over(PyBuffer* buffer)
    {
        ViewLoan loan = new(buffer);
        try
        {
            loan.Describe();
            return loan;
        }
        catch
        {
            loan.GiveBack();
            throw;
        }
    }

    private void Describe()
    {
        if (_buffer->NDim > Layout.MaxRank)
        {
            throw Error.TooManyAxes(_buffer->NDim);
        }

        Layout layout = ImportedShape.Read(_buffer, out nint low, out nint length);
        bool isReadOnly = _buffer->ReadOnly != 0;
        Address = (nint)_buffer->Buf + low;
        MemoryBlock block = MemoryBlock.Borrow((void*)Address, length, isReadOnly);
        GC.SuppressFinalize(block); // nobody has to be told when it is closed: the loan is what counts
        Export = new BufferExport(null, block, layout, ImportedFormat.Read(_buffer->Format, _buffer->ItemSize), isReadOnly, GiveBack);
    }

    // Runs in the middle of a Python call as a rule, where taking the lock again is cheap.
    private void GiveBack()
    {
        PyBuffer* buffer = _buffer;
        if (buffer is null)
        {
            return;
        }

        if (!PythonReleases.MayWait)
        {
            _buffer = null;
            PythonReleases.AddBuffer(buffer);
        }
        else if (PythonHost.TryLock(out PythonLock held))
        {
            _buffer = null;
            BufferPool.Release(buffer);
            held.Dispose();
        }
    }
}
