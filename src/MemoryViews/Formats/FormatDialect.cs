namespace MemoryViews;

/// <summary>Whose rules a format string is read by. The dialects agree on single items and differ in padding and in what they know.</summary>
public enum FormatDialect
{
    /// <summary>
    /// The whole grammar of PEP 3118 with the practice of struct, NumPy and ctypes: the default. A bare sequence is sized as by
    /// struct (no padding at its end); a <c>T{}</c> is aligned to, and rounded up to, the largest alignment inside it.
    /// </summary>
    Pep3118,

    /// <summary>Python's struct module (3.13): one order mark in front, no records, names, shapes or complex numbers.</summary>
    Struct,

    /// <summary>What NumPy does when it takes a buffer in: counts are sub-arrays, sizes are rounded up, fields without a name become f0, f1, ...</summary>
    NumPy,
}
