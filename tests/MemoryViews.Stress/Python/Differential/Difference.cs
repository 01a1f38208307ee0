namespace MemoryViews.Stress.Python.Differential;

/// <summary>Which of ours is compared, and with what.</summary>
internal enum Side
{
    /// <summary>The strict Python type, with CPython's memoryview.</summary>
    Type,

    /// <summary>The engine of Python's rules, with CPython's memoryview.</summary>
    Engine,

    /// <summary>The generous Python type, with NumPy.</summary>
    ArrayType,

    /// <summary>The library's own views, with NumPy.</summary>
    Library,
}

/// <summary>Two answers to one step that are not the same.</summary>
/// <param name="Script">The script.</param>
/// <param name="Step">The step; null for the beginning and the end.</param>
/// <param name="Side">What differs.</param>
/// <param name="Expected">The witness's answer.</param>
/// <param name="Actual">Ours.</param>
internal sealed record Difference(Script Script, Step? Step, Side Side, object? Expected, object? Actual)
{
    public bool IsEngine => Side == Side.Engine;

    /// <summary>The class of what CPython raises; null where it does not.</summary>
    public string? Raises => RaisedBy(Expected);

    /// <summary>The class of what ours raises.</summary>
    public string? OursRaises => RaisedBy(Actual);

    private static string? RaisedBy(object? answer) => answer switch
    {
        object?[] and ["!", string name] => name,
        object?[] and [object?[] inner, byte[]] => RaisedBy(inner),
        _ => null,
    };
}
