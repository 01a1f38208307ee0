using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random scripts about NumPy's arrays, of steps that mean the same in both worlds.</summary>
internal static class ArrayMaker
{
    private static readonly (string Code, int Size)[] s_types =
    [
        ("i1", 1), ("u1", 1), ("?", 1), ("i2", 2), ("u2", 2), ("i4", 4), ("u4", 4), ("i8", 8), ("u8", 8), ("f2", 2), ("f4", 4), ("f8", 8), (">i2", 2), (">u4", 4), (">i8", 8),
        (">f2", 2), (">f4", 4), (">f8", 8), ("c8", 8), ("c16", 16), (">c8", 8), ("i2,>f8", 10), ("u1,i4,f4", 9), (">u2,?", 3),
    ];

    private static readonly string[] s_steps =
        ["get", "get", "get", "get", "get", "flip", "transpose", "permute", "broadcast", "reshape", "reshape", "field", "copy", "copy", "copy", "tolist", "tobytes", "eq", "astype", "astype"];

    public static Script Make(ulong seed, int steps)
    {
        Chance chance = new(Chance.Mix(seed, 0));
        (string code, int size) = chance.Of(s_types);
        int[] shape = [.. Enumerable.Range(0, chance.From(0, 4)).Select(_ => chance.OneIn(20) ? 0 : chance.From(1, 4))];
        int count = shape.Aggregate(1, (product, length) => product * length);
        byte[] raw = BaseMaker.Bytes(chance, size * count, code.Contains('?', StringComparison.Ordinal));
        Base memory = new("array", [raw, code, Array.ConvertAll(shape, length => (object?)length)]);
        return new(seed, memory, [.. Enumerable.Range(1, steps).Select(i => Step(new Chance(Chance.Mix(seed, (ulong)i)), shape.Length, count))]);
    }

    private static Step Step(Chance chance, int rank, int count)
    {
        string name = chance.Of(s_steps);
        object?[] arguments = name switch
        {
            "get" => [Key(chance, rank)],
            "flip" => [chance.From(0, Math.Max(0, rank - 1))],
            "permute" => [.. Permutation(chance, rank)],
            "broadcast" or "reshape" => Shape(chance, count),
            "field" => [chance.Of(["f0", "f1", "f2"])],
            "copy" => [Key(chance, rank), chance.Below(4)],
            "tobytes" => [chance.Of(["C", "F", "A"])],
            "eq" => [chance.Below(4)],
            "astype" => [chance.Of(["i2", "i4", ">i4", "i8", ">i8", "u8", "f4", "f8", ">f8", "c16", "u2"])],
            _ => [],
        };
        return new(name, chance.OneIn(2) ? chance.Below(4) : 0, chance.From(1, 3), arguments);
    }

    private static object?[] Key(Chance chance, int rank)
    {
        List<object?> key = [.. Enumerable.Range(0, chance.From(0, rank)).Select(_ => chance.OneIn(3) ? (object?)(long)chance.From(-2, 1) : BaseMaker.Slice(chance))];
        if (chance.OneIn(4))
        {
            key.Insert(chance.Below(key.Count + 1), PythonEllipsis.Value);
        }

        if (chance.OneIn(6))
        {
            key.Insert(chance.Below(key.Count + 1), null);
        }

        return [.. key];
    }

    private static IEnumerable<object?> Permutation(Chance chance, int rank)
        => Enumerable.Range(0, rank).OrderBy(_ => chance.Next()).Select(axis => (object?)axis);

    private static object?[] Shape(Chance chance, int items)
    {
        List<object?> shape = [];
        for (int axis = chance.Below(4); axis > 0 && items > 1; axis--)
        {
            int length = chance.Of([.. Enumerable.Range(1, items).Where(length => items % length == 0)]);
            shape.Add((long)length);
            items /= length;
        }

        shape.Add((long)items);
        return [.. shape];
    }
}
