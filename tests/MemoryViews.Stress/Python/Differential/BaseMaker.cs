using System;
using System.Linq;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random pieces of memory, of every class that Python has.</summary>
internal static class BaseMaker
{
    private static readonly string[] s_arrayCodes = ["b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "f", "d"];

    private static readonly (string Name, int Size)[] s_types =
    [
        ("c_byte", 1), ("c_ubyte", 1), ("c_char", 1), ("c_bool", 1), ("c_short", 2), ("c_ushort", 2), ("c_int", 4), ("c_uint", 4), ("c_long", 8), ("c_ulonglong", 8),
        ("c_float", 4), ("c_double", 8),
    ];

    // What struct knows: native codes, foreign orders, several values.
    private static readonly string[] s_structCodes =
        ["B", "b", "c", "?", "h", "H", "i", "I", "l", "L", "q", "Q", "n", "N", "e", "f", "d", "P", "@i", "@B", "<i", ">h", "=q", "!d", ">e", "<c", "hb", "4s", "h3x", ">Qf", "2h", "@hi"];

    private static readonly string[] s_dtypes =
        ["b", "B", "?", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8", ">i2", ">u4", ">i8", ">f4", ">f8", "c8", "c16", "S3", "i2,>f8", "u1,i4,f4"];

    public static Base Make(Chance chance, Wire wire) => chance.Below(8) switch
    {
        0 or 1 => new("bytearray", [chance.Bytes(chance.OneIn(10) ? 0 : 8 * chance.From(0, 8))]),
        2 => new("bytes", [chance.Bytes(chance.From(0, 48))]),
        3 => OfArray(chance),
        4 => OfCtypes(chance),
        5 when wire.HasTestBuffer => OfTestBuffer(chance, wire),
        6 or 7 when wire.HasNumPy => OfNumPy(chance, wire),
        _ => new("bytearray", [chance.Bytes(24)]),
    };

    /// <summary>Bytes that can stand for items of a code: booleans of 2 are undefined in C.</summary>
    public static byte[] Bytes(Chance chance, int length, bool truths)
    {
        byte[] bytes = chance.Bytes(length);
        return truths ? Array.ConvertAll(bytes, value => (byte)(value & 1)) : bytes;
    }

    /// <summary>A slice of anything, mostly sensible.</summary>
    public static PythonSlice Slice(Chance chance) => new(Bound(chance), Bound(chance), chance.OneIn(2) ? null : (long)chance.Of([1, 1, 2, 3, -1, -2, -3]));

    private static long? Bound(Chance chance) => chance.OneIn(3) ? null : chance.From(-9, 9);

    private static Base OfArray(Chance chance)
    {
        string code = chance.Of(s_arrayCodes);
        int size = code is "b" or "B" ? 1 : code is "h" or "H" ? 2 : code is "i" or "I" or "f" ? 4 : 8;
        return new("array", [chance.Bytes(size * chance.From(0, 8)), code]);
    }

    private static Base OfCtypes(Chance chance)
    {
        if (chance.OneIn(8))
        {
            int count = chance.From(1, 4);
            return new("struct", [chance.Bytes(16 * count), count]);
        }

        (string name, int size) = chance.Of(s_types);
        int[] shape = Shape(chance, chance.Below(3), 1);
        string order = size > 1 && name is not ("c_long" or "c_bool") ? chance.Of(["", "__ctype_be__", "__ctype_le__"]) : "";
        return new("ctypes", [Bytes(chance, size * Count(shape), name == "c_bool"), name, order, Tuple(shape)]);
    }

    private static Base OfTestBuffer(Chance chance, Wire wire)
    {
        string code = Readable(chance.Of(s_structCodes), wire);
        int size = (int)new PythonStruct(code).Size;
        int[] shape = Shape(chance, chance.From(size == 0 ? 1 : 0, 3), 1);
        object?[] slices = shape.Length > 0 && !chance.OneIn(3) ? [.. shape.Select(_ => (object?)NonEmpty(chance))] : [];
        bool indirect = shape.Length > 0 && size > 0 && chance.OneIn(3);
        return new("ndarray", [Bytes(chance, size * Count(shape), code.Contains('?', StringComparison.Ordinal)), code, Tuple(shape), slices, !chance.OneIn(4), indirect]);
    }

    private static Base OfNumPy(Chance chance, Wire wire)
    {
        string code = Readable(chance.Of(s_dtypes), wire);
        int size = code switch
        {
            "i2,>f8" => 10,
            "u1,i4,f4" => 9,
            "S3" => 3,
            "b" or "B" or "?" => 1,
            _ => code[^1] - '0' is 6 ? 16 : code[^1] - '0',
        };
        int[] shape = Shape(chance, chance.From(0, 4), chance.OneIn(6) ? 0 : 1);
        object?[] slices = [.. shape.Select(_ => (object?)Slice(chance))];
        return new("numpy", [Bytes(chance, size * Count(shape), code == "?"), code, Tuple(shape), slices, !chance.OneIn(5), chance.OneIn(3)]);
    }

    // Halves as items came with 3.12: what the table says of them is seen by casts.
    private static string Readable(string code, Wire wire) => wire.HasHalf || code is not ("e" or "f2") ? code : "B";

    // _testbuffer cannot cut to nothing.
    private static PythonSlice NonEmpty(Chance chance) => new(null, null, (long)chance.Of([1, 2, -1, -2]));

    private static int[] Shape(Chance chance, int rank, int least)
        => [.. Enumerable.Range(0, rank).Select(_ => chance.From(least, rank > 2 ? 3 : 5))];

    private static int Count(int[] shape) => shape.Aggregate(1, (product, length) => product * length);

    private static object?[] Tuple(int[] shape) => Array.ConvertAll(shape, length => (object?)length);
}
