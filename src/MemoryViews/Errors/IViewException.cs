namespace MemoryViews;

/// <summary>
/// Worn by every exception this library throws: a stable code beside the message, from which the Python exception class follows.
/// </summary>
/// <remarks>Exceptions of the library are immutable: safe to use from any thread.</remarks>
public interface IViewException
{
    /// <summary>The stable reason of the exception.</summary>
    ViewErrorCode Code { get; }
}
