namespace MemoryViews.Command;

/// <summary>One run of the command, as asked for.</summary>
internal sealed record Request
{
    public required bool IsHex { get; init; }

    public required ViewRequest View { get; init; }

    public required ShowOptions Show { get; init; }

    public required string HexFormat { get; init; }

    public required string Color { get; init; }

    /// <summary>The type as it was written; null when none was.</summary>
    public required string? TypeText { get; init; }
}
