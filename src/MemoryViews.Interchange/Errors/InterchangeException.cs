using System;

namespace MemoryViews.Interchange;

/// <summary>
/// A view that DLPack or Arrow has no words for, or a structure from outside that is broken, of another version, or says what a view cannot.
/// What was handed in has been given back to its producer by then. Python: <c>BufferError</c>.
/// </summary>
public class InterchangeException : InvalidOperationException, IViewException
{
    internal InterchangeException(ViewErrorCode code, string message)
        : base(message) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}
