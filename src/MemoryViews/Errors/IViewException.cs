namespace MemoryViews;

/// <summary>
/// Worn by every exception this library throws: a stable code beside the message, from which the Python exception class follows.
/// </summary>
public interface IViewException
{
    /// <summary>The stable reason of the exception.</summary>
    ViewErrorCode Code { get; }
}
