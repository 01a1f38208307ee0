namespace MemoryViews.Files;

/// <summary>What is allowed of an npy file. Immutable; safe to use from any thread.</summary>
public sealed record NpyOptions
{
    /// <summary>The options used when none are given.</summary>
    public static NpyOptions Default { get; } = new();

    /// <summary>
    /// The longest header read, in bytes: 65,536 unless told. NumPy's own headers have some hundred; only records of thousands of fields have more.
    /// Python: <c>max_header_size</c>.
    /// </summary>
    public int MaxHeaderBytes { get; init; } = 65_536;

    /// <summary>
    /// Whether dates and times (<c>datetime64</c>, <c>timedelta64</c>) are taken as the 64-bit integers under them; otherwise they are refused,
    /// because a buffer format cannot say their unit. <see cref="NpyFile.Description"/> has it.
    /// </summary>
    public bool DatesAsIntegers { get; init; }
}
