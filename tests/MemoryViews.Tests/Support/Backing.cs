namespace MemoryViews.Tests;

/// <summary>What lies under a view: the same test body runs over each.</summary>
public enum Backing
{
    /// <summary>A managed array, touched through the object.</summary>
    Array,

    /// <summary>Native memory of our own.</summary>
    Native,

    /// <summary>Native memory that opens no more than 24 bytes at once, so that bulk operations run in pieces.</summary>
    Pieces,

    /// <summary>A mapped file.</summary>
    File,

    /// <summary>A file that is read and written through the system, no more than 24 bytes at once.</summary>
    Checked,

    /// <summary>Borrowed memory, whose every access is counted.</summary>
    Foreign,

    /// <summary>Rows behind a table of pointers. Has two axes always.</summary>
    Indirect,
}
