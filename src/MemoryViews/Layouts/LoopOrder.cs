namespace MemoryViews;

/// <summary>How free the loop nest is in the order it visits items.</summary>
internal enum LoopOrder
{
    /// <summary>Items come in C order, last axis fastest: rows may be merged, never reordered. For comparing, searching, text.</summary>
    C,

    /// <summary>Items come in any order: axes are flipped, sorted and merged to make rows long and close together. For copies and fills.</summary>
    Free,
}
