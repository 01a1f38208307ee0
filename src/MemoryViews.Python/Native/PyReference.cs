using System;

namespace MemoryViews.Python;

/// <summary>A new reference, given back at the end of the block. The holder of the block holds the interpreter's lock.</summary>
internal readonly unsafe ref struct PyReference(nint pointer) : IDisposable
{
    /// <summary>The object, never null: a null reference is Python's error, thrown.</summary>
    public nint Pointer { get; } = PyCheck.Reference(pointer);

    public void Dispose() => Py.DecRef(Pointer);
}
