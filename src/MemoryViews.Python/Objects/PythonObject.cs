using System;
using System.Threading;

namespace MemoryViews.Python;

/// <summary>
/// A reference to a Python object. Dispose it to give the reference back; one that is dropped is given back after a collection. Anything with a
/// buffer (bytes, arrays, NumPy's, Pillow's, ...) is an exporter: <c>using MemoryView view = array.AsMemoryView();</c> is its own memory.
/// </summary>
/// <remarks>Safe to use from any thread; each member takes the interpreter's lock. Two references to one object are two instances: compare with <see cref="IsSame"/>.</remarks>
public sealed unsafe partial class PythonObject : IBufferExporter, IDisposable
{
    private nint _pointer;

    private PythonObject(nint pointer) => _pointer = pointer;

    /// <summary>Gives the reference back, later: a finalizer must not wait for the interpreter's lock.</summary>
    ~PythonObject()
    {
        if (_pointer != 0)
        {
            PythonReleases.AddReference(_pointer);
        }
    }

    /// <summary>The <c>PyObject*</c>, a borrowed reference: good for as long as this one is not disposed, and to be used under <see cref="PythonHost.Lock"/>.</summary>
    /// <exception cref="PythonReleasedException">The reference was disposed.</exception>
    public nint Pointer => Volatile.Read(ref _pointer) is not 0 and nint pointer ? pointer : throw Error.Released(nameof(PythonObject));

    /// <summary>Whether the reference was disposed.</summary>
    public bool IsDisposed => Volatile.Read(ref _pointer) == 0;

    /// <summary>Another reference to an object, by its <c>PyObject*</c>: the caller keeps its own.</summary>
    /// <param name="pointer">A live object.</param>
    /// <exception cref="PythonValueException">A null pointer.</exception>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static PythonObject Borrow(nint pointer)
    {
        using PythonLock held = PythonHost.LockOnly();
        Py.IncRef(pointer != 0 ? pointer : throw Error.NullPointer(nameof(PythonObject)));
        return new(pointer);
    }

    /// <summary>Takes over a reference that the caller owns, as C functions that return "a new reference" hand out.</summary>
    /// <param name="pointer">The reference.</param>
    /// <exception cref="PythonValueException">A null pointer.</exception>
    public static PythonObject Own(nint pointer) => pointer != 0 ? new(pointer) : throw Error.NullPointer(nameof(PythonObject));

    /// <summary>A .NET value as a Python object: null, numbers, texts, <c>byte[]</c> (bytes), <c>object?[]</c> (a tuple), lists, dictionaries by text, Python objects,
    /// and everything with a buffer or an array of numbers (without a copy, as by <see cref="PythonHost.Export(IBufferExporter)"/>).</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="PythonValueException">The value has no counterpart.</exception>
    public static PythonObject From(object? value)
    {
        using PythonLock held = PythonHost.Lock();
        return new(FromNet.Reference(value));
    }

    /// <summary>Whether two references are to the same object. Python: <c>is</c>.</summary>
    /// <param name="other">The other reference.</param>
    public bool IsSame(PythonObject other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Pointer == other.Pointer;
    }

    /// <summary>Gives the reference back, once.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        nint pointer = Interlocked.Exchange(ref _pointer, 0);
        if (pointer == 0)
        {
            return;
        }

        if (!PythonReleases.MayWait)
        {
            PythonReleases.AddReference(pointer);
            return;
        }

        // An interpreter that its owner has ended took its objects along.
        if (PythonHost.TryLock(out PythonLock held))
        {
            Py.DecRef(pointer);
            held.Dispose();
        }
    }

    /// <summary>Hands the reference over to the caller, who holds the interpreter's lock; 0 when it was disposed.</summary>
    internal nint Detach()
    {
        GC.SuppressFinalize(this);
        return Interlocked.Exchange(ref _pointer, 0);
    }
}
