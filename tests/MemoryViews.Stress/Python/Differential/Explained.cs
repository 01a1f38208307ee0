using System;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>The differences that are known and meant: a rule for each row of the table in docs/differences-python.md.</summary>
internal static class Explained
{
    private static readonly string[] s_structs = ["pack", "pack_into", "unpack", "unpack_from", "iter_unpack"];

    private static readonly bool s_isBefore12 = PythonHost.Version < new Version(3, 12), s_isBefore14 = PythonHost.Version < new Version(3, 14);

    private static readonly (string Row, Func<Difference, bool> Holds)[] s_rows =
    [
        ("iterating a released view", d => s_isBefore14 && d is { Step.Name: "iter" or "contains", OursRaises: "ValueError", Raises: "SystemError" or "TypeError" or "NotImplementedError" }),
        ("halves before 3.12", d => s_isBefore12 && d is { IsEngine: true, Step: { Name: "cast", Arguments: ["e" or "@e", ..] }, Raises: "ValueError" }),
        ("the length of a scalar before 3.12", d => s_isBefore12 && d is { IsEngine: true, Step.Name: "len" or "bool", Expected: 1L or true, OursRaises: "TypeError" }),
        ("reversed scalars before 3.12", d => s_isBefore12 && d is { Side: Side.Type or Side.Engine, Step.Name: "reversed", Raises: "NotImplementedError", OursRaises: "TypeError" }),
        ("the length of a scalar before 3.12", d => s_isBefore12 && d is { IsEngine: true, Step: { Name: "set", Arguments: [_, SlotValue] }, Raises: null, OursRaises: "TypeError" }),
        ("pascal strings of no length", d => d.IsEngine && IsOfStruct(d) && d.Step!.Arguments[0] is string format && format.Contains("0p", StringComparison.Ordinal)),
        ("what a refused foreign q leaves", d => d is { IsEngine: true, Step: { Name: "pack_into", Arguments: [string format, ..] }, Raises: "struct.error", OursRaises: "struct.error" }
            && format is ['<' or '>' or '!' or '=', ..] && format.AsSpan().ContainsAny('q', 'Q')),
        ("an OverflowError of user code in struct before 3.12", d => s_isBefore12 && d.IsEngine && IsOfStruct(d) && d is { Raises: "OverflowError", OursRaises: "struct.error" }),
    ];

    private static bool IsOfStruct(Difference difference) => difference.Step is { } step && Array.IndexOf(s_structs, step.Name) >= 0;

    /// <summary>The name of the row; null when nothing explains it.</summary>
    public static string? By(Difference difference)
    {
        foreach ((string row, Func<Difference, bool> holds) in s_rows)
        {
            if (holds(difference))
            {
                return row;
            }
        }

        return null;
    }
}
