using System;

namespace MemoryViews.Python;

/// <summary>A <see cref="PythonObject"/> that was disposed is used. Python: <c>ValueError</c>.</summary>
/// <remarks>Immutable: safe to use from any thread.</remarks>
public class PythonReleasedException : ObjectDisposedException, IViewException
{
    internal PythonReleasedException(string objectName, string message)
        : base(objectName, message)
    {
    }

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.Released;
}
