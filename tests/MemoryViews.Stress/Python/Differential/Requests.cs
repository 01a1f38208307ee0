namespace MemoryViews.Stress.Python.Differential;

/// <summary>What consumers ask for: C's names for flags, and sums of them that have none.</summary>
internal static class Requests
{
    public static readonly int[] All = [0, 1, 4, 5, 8, 9, 12, 13, 24, 25, 28, 29, 56, 57, 60, 61, 88, 89, 92, 152, 153, 156, 280, 281, 284, 285];
}
