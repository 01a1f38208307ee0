using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random arguments of cast: most fit the memory.</summary>
internal static class Casts
{
    private static readonly string[] s_codes = ["b", "B", "c", "?", "h", "H", "i", "I", "l", "L", "q", "Q", "n", "N", "e", "f", "d", "P"];
    private static readonly object?[] s_bad = ["<i", ">B", "=b", "!h", "ii", "", "z", "@@b", "@", "2B", "s", "B\0i", "\u00e9", "x", "T{B}", 1L, null, new byte[] { 66 }];

    public static object?[] Arguments(Chance chance, int bytes)
    {
        string code = chance.OneIn(2) ? "B" : chance.Of(s_codes);
        object? format = chance.OneIn(12) ? chance.Of(s_bad) : chance.OneIn(10) ? $"@{code}" : code;
        return chance.OneIn(2) ? [format] : [format, Shape(chance, bytes / Math.Max(1, SizeOf(code)))];
    }

    private static int SizeOf(string code) => (int)new PythonStruct(code).Size;

    private static object? Shape(Chance chance, int items)
    {
        if (chance.OneIn(12))
        {
            return chance.Of<object?>([null, 3L, "33", new object?[] { 0L }, new List<object?> { -1L }, new object?[] { 1.5 }, new object?[] { long.MaxValue, 2L },
                new object?[] { System.Numerics.BigInteger.Pow(2, 70) }, new object?[] { true }, new object?[] { Items.User(chance) },
                Enumerable.Repeat((object?)1L, 64).ToArray(), Enumerable.Repeat((object?)1L, 65).ToArray()]);
        }

        List<object?> shape = [];
        for (int axis = chance.Below(4); axis > 1 && items > 0; axis--)
        {
            int length = chance.Of([.. Enumerable.Range(1, items).Where(length => items % length == 0)]);
            shape.Add((long)length);
            items /= length;
        }

        shape.Add((long)items + (chance.OneIn(20) ? 1 : 0));
        return chance.OneIn(2) ? shape : shape.ToArray();
    }
}
