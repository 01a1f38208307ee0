using System;

namespace MemoryViews.Python;

/// <summary>
/// The interpreter's lock (the GIL), held by this thread until disposed; <see cref="PythonHost.Lock"/> takes it. Nesting is cheap: holding it around many
/// operations is faster than letting each take it.
/// </summary>
/// <remarks>Belongs to the thread that took it. Do not wait for other threads' .NET locks while holding it, nor take it while holding such a lock.</remarks>
public ref struct PythonLock : IDisposable
{
    private readonly int _state;
    private bool _isHeld;

    internal PythonLock(int state)
    {
        _state = state;
        _isHeld = true;
    }

    /// <summary>Lets the lock go, once.</summary>
    public unsafe void Dispose()
    {
        if (_isHeld)
        {
            _isHeld = false;
            Py.GilRelease(_state);
        }
    }
}
