namespace MemoryViews.Python;

/// <summary>The text of a format as the most of Python understands it.</summary>
internal static class ExportedFormat
{
    /// <summary>The text as written, except for the two single codes that NumPy does not know and that have a twin of the same meaning.</summary>
    public static string TextOf(MemoryView view) => view.Format.Text switch
    {
        "n" => nint.Size == sizeof(long) ? "q" : "i",
        "N" => nint.Size == sizeof(long) ? "Q" : "I",
        string text => text,
    };
}
