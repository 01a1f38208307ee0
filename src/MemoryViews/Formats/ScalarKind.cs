namespace MemoryViews;

/// <summary>The machine representations a single item can have, without its byte order.</summary>
internal enum ScalarKind : byte
{
    None,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float16,
    Float32,
    Float64,
    Boolean,
    Char8,
    Utf16,
    Utf32,
    Complex64,
    Complex128,
    LongDouble,
}
