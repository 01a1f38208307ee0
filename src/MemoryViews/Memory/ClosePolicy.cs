namespace MemoryViews;

/// <summary>What closing memory does about those who still hold it.</summary>
public enum ClosePolicy
{
    /// <summary>Refuses with a <see cref="BufferException"/> that names the holders.</summary>
    Fail,

    /// <summary>Lets nobody in any more and waits until the last lease has left.</summary>
    Wait,

    /// <summary>Lets nobody in any more and returns; the memory closes when the last lease leaves.</summary>
    Defer,
}
