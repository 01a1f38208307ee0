using System;

namespace MemoryViews.Command;

/// <summary>Names of one element: shell-safe (i2le), NumPy's (i2, S8), words (int, float32, Int32, uint32_t). Each becomes a PEP 3118 code.</summary>
internal static class TypeNames
{
    private static readonly string[] s_suggested =
    [
        "u1", "u2le", "u4le", "u8le", "u2be", "u4be", "u8be", "i1", "i2le", "i4le", "i8le", "i2be", "i4be", "i8be", "f2le", "f4le", "f8le", "f2be", "f4be", "f8be",
        "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "half", "float", "double", "bool", "char", "uint8", "uint16", "uint32", "uint64",
        "int8", "int16", "int32", "int64", "float16", "float32", "float64", "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64", "Single", "Double",
        "uint8_t", "uint16_t", "uint32_t", "uint64_t", "int8_t", "int16_t", "int32_t", "int64_t", "complex64", "complex128",
    ];

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

    /// <summary>The name that a mistyped one is closest to, one letter away or two; null when none is.</summary>
    public static string? Near(string name)
    {
        string? best = null;
        int least = Math.Min(3, name.Length);
        foreach (string known in s_suggested)
        {
            int distance = name.Length > 16 ? int.MaxValue : Distance(name, known);
            (best, least) = distance < least ? (known, distance) : (best, least);
        }

        return best;
    }

    // Letters to change, put in or take out to come from one name to the other, row by row of the usual table.
    private static int Distance(string from, string to)
    {
        int[] row = new int[to.Length + 1];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.Length; j++)
            {
                int changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
