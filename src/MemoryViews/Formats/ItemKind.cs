namespace MemoryViews;

/// <summary>What the items of a format are.</summary>
public enum ItemKind
{
    /// <summary>Bytes without a value: <c>x</c>.</summary>
    Padding,

    /// <summary>A truth value: <c>?</c>.</summary>
    Boolean,

    /// <summary>A signed integer: <c>b h i l q n</c>.</summary>
    SignedInteger,

    /// <summary>An unsigned integer: <c>B H I L Q N</c>.</summary>
    UnsignedInteger,

    /// <summary>A floating-point number: <c>e f d g</c>.</summary>
    Float,

    /// <summary>A complex number: <c>Zf Zd Zg</c>.</summary>
    Complex,

    /// <summary>One byte as text, Python's bytes of length 1: <c>c</c>.</summary>
    Byte,

    /// <summary>Bytes of a fixed length: <c>s</c>.</summary>
    Bytes,

    /// <summary>Bytes with their length in the first byte: <c>p</c>.</summary>
    PascalBytes,

    /// <summary>Text in UTF-16 or UTF-32 units: <c>u w</c>.</summary>
    Text,

    /// <summary>An address: <c>P</c>, <c>O</c>, <c>&amp;</c>, <c>X{}</c>, and the <c>z Z</c> of ctypes. Only <c>P</c> can be read.</summary>
    Pointer,

    /// <summary>Several values, or a <c>T{}</c>.</summary>
    Record,

    /// <summary>A fixed array inside each item: <c>(2,3)i</c>.</summary>
    SubArray,

    /// <summary>A format that is not understood, or has no values in bytes: its items can be sliced and copied, not read.</summary>
    Unknown,
}
