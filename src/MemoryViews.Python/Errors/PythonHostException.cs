using System;

namespace MemoryViews.Python;

/// <summary>
/// No Python can be used: none was found, it is too old, has no shared library, is free-threaded, or is not started.
/// </summary>
/// <remarks>Immutable: safe to use from any thread.</remarks>
public class PythonHostException : InvalidOperationException, IViewException
{
    internal PythonHostException(ViewErrorCode code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}
