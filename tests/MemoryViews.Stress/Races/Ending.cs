namespace MemoryViews.Stress.Races;

/// <summary>The ways in which memory, or the views of it, come to their end.</summary>
internal enum Ending
{
    /// <summary>The block is disposed: nobody gets in any more, the last one out closes it.</summary>
    Close,

    /// <summary>The block is closed by the caller who waits until the last one is out.</summary>
    CloseAndWait,

    /// <summary>The block is closed if it is not lent, over and over, until the caller gives up and disposes it.</summary>
    CloseOrFail,

    /// <summary>Whoever is refused disposes the block too, at once.</summary>
    CloseTwice,

    /// <summary>Each view is released; slices that operations hold go on.</summary>
    Release,

    /// <summary>The first view is disposed, which ends the loan for all.</summary>
    DisposeRoot,

    /// <summary>Nothing is called: the collector finds it.</summary>
    Drop,
}
