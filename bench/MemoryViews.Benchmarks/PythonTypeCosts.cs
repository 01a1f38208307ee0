using System;
using System.Collections.Generic;
using MemoryViews.Python;

namespace MemoryViews.Benchmarks;

/// <summary>The Python type over this library beside CPython's own memoryview, both called by the same Python loops.</summary>
internal static class PythonTypeCosts
{
    // name, statement, how often in a round
    private static readonly (string Name, string Statement, int Count)[] s_operations =
    [
        ("create", "V(ba)", 1000),
        ("item", "m[3]", 1000),
        ("item = value", "m[3] = 7", 1000),
        ("item of 2-D", "m2[3, 1]", 1000),
        ("slice", "m[2:10]", 1000),
        ("slice with a step", "m[2:10:2]", 1000),
        ("cast", "m.cast('i')", 1000),
        ("1 MiB, every other, tobytes", "M[::2].tobytes()", 4),
        ("1 MiB ==", "M == M2", 4),
        ("1 MiB tolist", "M.tolist()", 2),
        ("256 Ki ints tolist", "I.tolist()", 2),
        ("1 MiB hex", "M.hex()", 4),
        ("300 in 64 Ki", "300 in M[:65536]", 4),
    ];

    public static Row[] Rows()
    {
        using PythonObject strict = PythonHost.MemoryViewType(strict: true);
        using PythonObject main = PythonHost.Main;
        main.SetAttribute("ours", strict);
        PythonHost.Run("""
            import array
            def names(V):
                ba = bytearray(64)
                m = V(ba)
                return dict(V=V, ba=ba, m=m, m2=m.cast('B', (16, 4)), M=V(bytearray(1 << 20)), M2=V(bytearray(1 << 20)), I=V(array.array('i', range(1 << 18))))
            def loop(V, statement, count):
                scope = names(V)
                exec(f"def run():\n  for _ in range({count}): {statement}", scope)
                return scope['run']
            """);
        List<Row> rows = [];
        foreach ((string name, string statement, int count) in s_operations)
        {
            rows.Add(new($"CPython: {name}", count, Loop("memoryview", statement, count)));
            rows.Add(new($"ours: {name}", count, Loop("ours", statement, count), null, null, $"CPython: {name}"));
        }

        return [.. rows];
    }

    private static Func<object?> Loop(string type, string statement, int count)
    {
        PythonObject run = PythonHost.Evaluate($"loop({type}, \"{statement}\", {count})");
        return () =>
        {
            run.Call().Dispose();
            return null;
        };
    }
}
