using System;

namespace MemoryViews.Python;

/// <summary>
/// The interpreter's lock and a reference of one's own, for one operation: another thread may dispose the object while Python code runs in the middle of it.
/// </summary>
internal unsafe ref struct PythonUse : IDisposable
{
    private PythonLock _lock;

    public PythonUse(PythonObject used)
    {
        _lock = PythonHost.Lock();
        try
        {
            Pointer = used.Pointer;
        }
        catch
        {
            _lock.Dispose();
            throw;
        }

        Py.IncRef(Pointer);
    }

    public nint Pointer { get; }

    public void Dispose()
    {
        Py.DecRef(Pointer);
        _lock.Dispose();
    }
}
