using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>One link of a view's chain, in the order it was written.</summary>
internal abstract record ViewStep
{
    /// <summary>[1:3, ..., 0]</summary>
    public sealed record Take(Subscript[] Subscripts) : ViewStep;

    /// <summary>.a or .a,b: one field is a view of its own, several are columns of the table.</summary>
    public sealed record Select(IReadOnlyList<string> Fields) : ViewStep;

    /// <summary>.T and .transpose(2,0,1); no axes turn all of them round.</summary>
    public sealed record Transpose(int[] Axes) : ViewStep;

    /// <summary>.reshape(3,-1)</summary>
    public sealed record Reshape(nint[] Shape) : ViewStep;

    /// <summary>.cast(f4le,[3,4]); no shape makes one axis.</summary>
    public sealed record Cast(string Type, nint[]? Shape) : ViewStep;
}
