using System;

namespace MemoryViews.Python;

/// <summary>A value that has no counterpart on the other side. Python: <c>TypeError</c>, or <c>ValueError</c> where the type would do.</summary>
/// <remarks>Immutable: safe to use from any thread.</remarks>
public class PythonValueException : InvalidCastException, IViewException
{
    internal PythonValueException(ViewErrorCode code, string message)
        : base(message) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}
