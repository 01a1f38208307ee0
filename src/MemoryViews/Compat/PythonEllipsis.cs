namespace MemoryViews;

/// <summary>The subscript <c>...</c> of <see cref="PythonView"/>. Python: <c>Ellipsis</c>.</summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
public sealed class PythonEllipsis
{
    private PythonEllipsis()
    {
    }

    /// <summary>The only one there is.</summary>
    public static PythonEllipsis Value { get; } = new();

    /// <summary>"..."</summary>
    public override string ToString() => "...";
}
