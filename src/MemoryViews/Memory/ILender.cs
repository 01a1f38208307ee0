namespace MemoryViews;

/// <summary>Somebody who must be told when a lease on memory ends, beside the memory itself.</summary>
internal interface ILender
{
    /// <summary>The lease has ended.</summary>
    void Return();
}
