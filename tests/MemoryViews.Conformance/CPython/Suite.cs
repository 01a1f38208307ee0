using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Conformance;

/// <summary>One of CPython's test modules.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Modules">Where it is, newest place first.</param>
/// <param name="IsEngineOnly">Whether the Python type takes no short ways, so that the engine alone answers.</param>
internal sealed record Suite(string Name, IReadOnlyList<string> Modules, bool IsEngineOnly = false)
{
    /// <summary>Those that test memoryview and the buffer protocol first, then those of the exporters and of the format engine.</summary>
    public static IReadOnlyList<Suite> All { get; } =
    [
        Of("test_memoryview"),
        Of("test_buffer"),
        Of("test_picklebuffer"),
        OfEngine("test_memoryview"),
        OfEngine("test_buffer"),
        Of("test_bytes"),
        Of("test_array"),
        Of("test_struct"),
        new("test_pep3118", ["test.test_ctypes.test_pep3118", "ctypes.test.test_pep3118"]),
    ];

    /// <summary>Those whose references are counted.</summary>
    public static IReadOnlyList<Suite> ForLeaks { get; } = [.. All.Take(3)];

    public static Suite? Named(string name) => All.FirstOrDefault(suite => suite.Name == name);

    private static Suite OfEngine(string name) => new($"{name}/engine", [$"test.{name}"], IsEngineOnly: true);

    private static Suite Of(string name) => new(name, [$"test.{name}"]);
}
