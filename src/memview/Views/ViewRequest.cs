using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>How to interpret a file and what to take of it: everything the options and VIEW say, parsed and not yet applied.</summary>
internal sealed record ViewRequest
{
    public required string File { get; init; }

    public Int128 Skip { get; init; }

    public Int128? Length { get; init; }

    public ItemFormat Format { get; init; } = ItemFormat.Parse("B");

    public nint[]? Shape { get; init; }

    public nint[]? Strides { get; init; }

    public AxisOrder? Order { get; init; }

    /// <summary>Bytes at the end that make no whole item are dropped, and said to be.</summary>
    public bool DropsTail { get; init; }

    public IReadOnlyList<ViewStep> Steps { get; init; } = [];
}
