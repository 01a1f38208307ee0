using System;
using System.Collections.Generic;
using System.Numerics;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random values for items, at the edges of every format; and exporters to copy from and compare with.</summary>
internal static class Items
{
    private static readonly object?[] s_values =
    [
        0L, 1L, 2L, -1L, 7L, 65L, 127L, 128L, 255L, 256L, -128L, -129L, 32767L, 32768L, 65535L, 65536L, -32768L, -32769L, 2147483647L, 2147483648L, 4294967295L, 4294967296L,
        -2147483648L, -2147483649L, long.MaxValue, long.MinValue, BigInteger.Pow(2, 63), BigInteger.Pow(2, 64) - 1, BigInteger.Pow(2, 64), -BigInteger.Pow(2, 63) - 1,
        -BigInteger.Pow(2, 65), BigInteger.Pow(2, 1100),
        0.0, -0.0, 1.0, 0.5, 1.5, -2.75, 65504.0, 65519.0, 65520.0, 1e-8, 6e-8, 3.4028235677973366e38, 3.4028235e38, 1e39, 1e300, -1e308, 5e-324, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity,
        true, false, null, "a", "", "ab", new byte[] { 97 }, Array.Empty<byte>(), new byte[] { 1, 2 }, new byte[] { 1, 2, 3, 4 }, new object?[] { 1L, 2L }, new List<object?> { 1L },
    ];

    public static object? Any(Chance chance) => chance.OneIn(12) ? User(chance) : chance.OneIn(3) ? (long)chance.From(-2, 130) : chance.Of(s_values);

    public static UserNumber User(Chance chance) => chance.Below(6) switch
    {
        0 or 1 => new("Index", chance.OneIn(4) ? BigInteger.Pow(2, 66) : (long)chance.From(-4, 300)),
        2 => new("Float", chance.Of([1.5, 2.0, 1e39])),
        3 => new("Bare", null),
        4 => new("Raises", chance.Of(["OverflowError", "ZeroDivisionError", "TypeError"])),
        _ => new("Releases", chance.Below(4)),
    };

    /// <summary>Mostly of one item or a few, so that some fit.</summary>
    public static object? Source(Chance chance, Base memory) => chance.Below(10) switch
    {
        < 5 => new SlotValue(chance.Below(4)),
        5 => chance.Bytes(chance.From(0, 8)),
        6 => new Lender("bytearray", "", chance.OneIn(2) ? memory.Raw : chance.Bytes(chance.From(0, 8))),
        7 => memory.Raw,
        8 => OfArray(chance, memory),
        _ => Any(chance),
    };

    /// <summary>A value for a code of struct, mostly one that fits.</summary>
    public static object? For(char code, int length, Chance chance) => chance.OneIn(6) ? Any(chance) : code switch
    {
        's' or 'p' => chance.Bytes(chance.From(0, length + 2)),
        'c' => chance.Bytes(1),
        'e' or 'f' or 'd' => chance.Of<object?>([0.0, 1.5, -2.25, 1e5, double.NaN, double.PositiveInfinity, 3L, 1e39]),
        '?' => chance.OneIn(2),
        _ => (long)chance.From(-3, 200),
    };

    private static Lender OfArray(Chance chance, Base memory)
    {
        string code = chance.Of(["B", "b", "h", "H", "i", "d", "f", "q", "L"]);
        int size = (int)new PythonStruct(code).Size;
        byte[] raw = chance.OneIn(2) ? memory.Raw : chance.Bytes(size * chance.From(0, 5));
        return new("array", code, raw[..(raw.Length / size * size)]);
    }
}
