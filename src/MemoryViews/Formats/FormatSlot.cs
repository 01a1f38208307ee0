using System;

namespace MemoryViews;

/// <summary>
/// One element of a format, laid out: where it lies in the item and how its values are stored. All sizes are in bytes.
/// <code>
///   Offset        + Stride              Repeat units of Size bytes; a shaped slot is one value of several units
///   |             |
///   [unit  |pad]  [unit  |pad]  ...
/// </code>
/// </summary>
internal sealed class FormatSlot
{
    public required FormatElement Source { get; init; }

    public required char Code { get; init; }

    /// <summary>The machine value of a unit, None for bytes, records and pointers that cannot be read.</summary>
    public required ScalarKind Kind { get; init; }

    /// <summary>Whether units are stored in the other byte order than the host's.</summary>
    public required bool IsSwapped { get; init; }

    public required string? Name { get; init; }

    public nint Offset { get; init; }

    /// <summary>Bytes of one unit, with the padding that keeps a row of them aligned.</summary>
    public required nint Size { get; init; }

    /// <summary>Characters of s, p, u, w; bytes of x.</summary>
    public nint Length { get; init; } = 1;

    /// <summary>How many values follow each other; 1 for a shaped slot.</summary>
    public nint Repeat { get; init; } = 1;

    /// <summary>The shape of the one value; null when it is no array.</summary>
    public nint[]? Shape { get; init; }

    /// <summary>The layout of a record; null for everything else.</summary>
    public FormatPlan? Record { get; init; }

    /// <summary>A count in front of u or w makes a text of fixed length, which ends at its last character that is not NUL.</summary>
    public bool IsCounted => Source.Count >= 0;

    /// <summary>Units in all: of an array, or of the repeated values.</summary>
    public required nint Units { get; init; }

    /// <summary>How many values the slot gives.</summary>
    public nint Values => Code == 'x' ? 0 : Repeat;

    public ItemKind ItemKind => Shape is null ? FormatCodes.Get(Code).Kind : ItemKind.SubArray;

    /// <summary>Whether the codec can turn it into a value: the code has one, and .NET has an array for the shape.</summary>
    public bool IsReadable => FormatCodes.Get(Code).IsReadable && (Record is null || Record.IsReadable) && FitsArray(Shape);

    // 32 axes and int.MaxValue a side are what the runtime's arrays hold.
    private static bool FitsArray(nint[]? shape) => shape is null || (shape.Length <= 32 && !Array.Exists(shape, extent => extent > int.MaxValue));
}
