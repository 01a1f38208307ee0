namespace MemoryViews.Stress.Races;

/// <summary>What readers do.</summary>
internal enum AccessKind
{
    Get,
    Set,
    Copy,
    Fill,
    Compare,
    Search,
    Transpose,
    Export,
}
