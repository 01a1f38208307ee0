using System;
using System.Linq;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random scripts. What a step draws depends on the seed and its own number alone.</summary>
internal static class ScriptMaker
{
    private static readonly (string Name, int Weight)[] s_steps =
    [
        ("new", 1), ("view", 2), ("get", 12), ("cut", 10), ("set", 10), ("paste", 8), ("del", 1), ("cast", 10), ("toreadonly", 2), ("attributes", 2), ("obj", 1), ("tolist", 4),
        ("tobytes", 3), ("bytes", 1), ("hex", 3), ("eq", 5), ("ne", 1), ("hash", 2), ("len", 1), ("bool", 1), ("iter", 2), ("reversed", 1), ("contains", 2), ("index", 1),
        ("count", 1), ("release", 1), ("with", 1), ("lend", 1), ("giveback", 1), ("grow", 1), ("request", 2), ("requested", 1), ("less", 1), ("call", 1), ("unpack_from", 2),
        ("pack_into", 3), ("calcsize", 2), ("pack", 4), ("unpack", 2), ("iter_unpack", 1),
    ];

    private static readonly string[] s_names = [.. s_steps.SelectMany(step => Enumerable.Repeat(step.Name, step.Weight))];

    public static Script Make(ulong seed, int steps, Wire wire)
    {
        Base memory = BaseMaker.Make(new Chance(Chance.Mix(seed, 0)), wire);
        return new(seed, memory, [.. Enumerable.Range(1, steps).Select(i => Step(new Chance(Chance.Mix(seed, (ulong)i)), memory, wire))]);
    }

    private static Step Step(Chance chance, Base memory, Wire wire)
    {
        string name = chance.Of(s_names);
        while ((name is "request" or "requested" && !wire.HasTestBuffer) || (name is "index" or "count" && !wire.HasSearch))
        {
            name = chance.Of(s_names);
        }

        int slot = chance.OneIn(3) ? chance.Below(4) : 0, target = chance.From(1, 3);
        object?[] arguments = Arguments(name, chance, memory);
        return new(name is "cut" ? "get" : name is "paste" ? "set" : name, slot, target, arguments);
    }

    private static object?[] Arguments(string name, Chance chance, Base memory) => name switch
    {
        "get" or "del" => [Keys.Any(chance)],
        "cut" => [Keys.Slice(chance)],
        "set" => [Keys.Any(chance), Items.Any(chance)],
        "paste" => [chance.OneIn(6) ? PythonEllipsis.Value : Keys.Slice(chance), Items.Source(chance, memory)],
        "cast" => Casts.Arguments(chance, memory.Raw.Length),
        "tobytes" => chance.OneIn(3) ? [] : [chance.Of<object?>(["C", "F", "A", null, "C", "F", "A", "X", "", 1L])],
        "hex" => Hex(chance),
        "eq" or "ne" or "less" => [chance.OneIn(5) ? Items.Any(chance) : Items.Source(chance, memory)],
        "contains" or "count" => [Items.Any(chance)],
        "index" => [Items.Any(chance), .. Enumerable.Range(0, chance.Below(3)).Select(_ => Keys.Index(chance))],
        "request" or "requested" => [(long)chance.Of(Requests.All)],
        _ => Structs.Arguments(name, chance),
    };

    private static object?[] Hex(Chance chance)
    {
        object? separator = chance.Of<object?>([":", "-", " ", ".", "::", "", "\u00e9", new byte[] { (byte)':' }, Array.Empty<byte>(), 1L]);
        return chance.Below(3) switch
        {
            0 => [],
            1 => [separator],
            _ => [separator, chance.OneIn(6) ? Items.Any(chance) : (long)chance.From(-5, 5)],
        };
    }
}
