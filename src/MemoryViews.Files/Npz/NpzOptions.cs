namespace MemoryViews.Files;

/// <summary>What is allowed of an npz archive. Immutable; safe to use from any thread.</summary>
public sealed record NpzOptions
{
    /// <summary>The options used when none are given.</summary>
    public static NpzOptions Default { get; } = new();

    /// <summary>
    /// The most bytes that the deflated members asked for may take in memory together: 4 GiB unless told. Stored members take none, whatever their size.
    /// </summary>
    public long MaxInflatedBytes { get; init; } = 1L << 32;

    /// <summary>What is allowed of the npy files inside.</summary>
    public NpyOptions Npy { get; init; } = NpyOptions.Default;
}
