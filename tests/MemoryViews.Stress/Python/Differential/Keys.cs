using System.Linq;
using System.Numerics;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random subscripts: good ones, bad ones, and ones that do things when they are asked for their number.</summary>
internal static class Keys
{
    public static object? Any(Chance chance) => chance.Below(16) switch
    {
        < 6 => Index(chance),
        < 11 => Tuple(chance),
        11 => Slice(chance),
        12 => PythonEllipsis.Value,
        13 => System.Array.Empty<object?>(),
        14 => Items.User(chance),
        _ => chance.Of<object?>([null, 1.5, "a", true, new object?[] { PythonEllipsis.Value, 0L }, new System.Collections.Generic.List<object?>(), new byte[] { 1 }]),
    };

    public static object? Index(Chance chance) => chance.OneIn(12) ? chance.Of<object?>([BigInteger.Pow(2, 63), -BigInteger.Pow(2, 64), long.MaxValue, long.MinValue])
        : chance.OneIn(16) ? Items.User(chance)
        : (long)chance.From(-5, 5);

    public static PythonSlice Slice(Chance chance) => chance.OneIn(8)
        ? new(Bound(chance), Bound(chance), chance.OneIn(2) ? Bound(chance) : null)
        : BaseMaker.Slice(chance);

    private static object? Bound(Chance chance) => chance.Below(6) switch
    {
        0 => null,
        1 => Items.User(chance),
        2 => chance.Of<object?>(["a", 1.5, 0L, BigInteger.Pow(2, 70), -BigInteger.Pow(2, 70), long.MinValue, long.MaxValue]),
        _ => (long)chance.From(-70, 70),
    };

    private static object?[] Tuple(Chance chance)
        => [.. Enumerable.Range(0, chance.From(1, 3)).Select(_ => Element(chance))];

    private static object? Element(Chance chance) => chance.Below(12) switch
    {
        0 => Slice(chance),
        1 => Index(chance),
        2 => chance.Of<object?>([null, PythonEllipsis.Value, "a", 0L]),
        _ => (long)chance.From(-3, 2),
    };
}
