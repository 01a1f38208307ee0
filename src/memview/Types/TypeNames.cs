using System;

namespace MemoryViews.Command;

/// <summary>Names of one element: shell-safe (i2le), NumPy's (i2, S8), words (int, float32, Int32, uint32_t). Each becomes a PEP 3118 code.</summary>
internal static class TypeNames
{
    /// <summary>
    /// The code of a name without its byte order, and whether an order means anything to it; null when there is no such name.
    /// Sizes never depend on the machine: a long is 8 bytes, everywhere.
    /// </summary>
    public static string? CodeOf(ReadOnlySpan<char> name) => Short(name) ?? Word(name) ?? Sized(name);

    // Kaitai's and NumPy's letters: the digits are bytes.
    private static string? Short(ReadOnlySpan<char> name) => name switch
    {
        "u1" => "B",
        "i1" => "b",
        "u2" => "H",
        "i2" => "h",
        "u4" => "I",
        "i4" => "i",
        "u8" => "Q",
        "i8" => "q",
        "f2" => "e",
        "f4" => "f",
        "f8" => "d",
        "c8" => "Zf",
        "c16" => "Zd",
        "b1" => "?",
        _ => null,
    };

    // C, C# and NumPy in words: here digits are bits, as they are there.
    private static string? Word(ReadOnlySpan<char> name) => name switch
    {
        "byte" or "Byte" or "uint8" or "UInt8" or "uint8_t" or "uchar" => "B",
        "sbyte" or "SByte" or "int8" or "Int8" or "int8_t" => "b",
        "short" or "int16" or "Int16" or "int16_t" => "h",
        "ushort" or "uint16" or "UInt16" or "uint16_t" => "H",
        "int" or "int32" or "Int32" or "int32_t" => "i",
        "uint" or "uint32" or "UInt32" or "uint32_t" => "I",
        "long" or "int64" or "Int64" or "int64_t" => "q",
        "ulong" or "uint64" or "UInt64" or "uint64_t" => "Q",
        "half" or "Half" or "float16" => "e",
        "float" or "Single" or "single" or "float32" => "f",
        "double" or "Double" or "float64" => "d",
        "complex64" => "Zf",
        "complex128" => "Zd",
        "bool" or "Boolean" or "bool_" => "?",
        "char" => "c",
        "Char" or "char16" => "u",
        _ => null,
    };

    // NumPy's text and void, whose digits are lengths.
    private static string? Sized(ReadOnlySpan<char> name)
    {
        string? code = name.IsEmpty ? null : name[0] switch
        {
            'S' or 'a' => "s",
            'U' => "w",
            'V' => "x",
            _ => null,
        };
        return code is not null && name.Length > 1 && !name[1..].ContainsAnyExceptInRange('0', '9') ? name[1..].ToString() + code : null;
    }

    /// <summary>What somebody who counts in bits meant: u16 is u2.</summary>
    public static string? InBytes(ReadOnlySpan<char> name) => name switch
    {
        "u16" => "u2",
        "u32" => "u4",
        "u64" => "u8",
        "i16" => "i2",
        "i32" => "i4",
        "i64" => "i8",
        "f32" => "f4",
        "f64" => "f8",
        _ => null,
    };
}
