namespace MemoryViews;

/// <summary>A run of bytes on its way between a record and a struct.</summary>
/// <param name="From">Where it starts in the source.</param>
/// <param name="To">Where it starts in the destination.</param>
/// <param name="Size">Bytes; one number of 2, 4 or 8 when they are reversed.</param>
/// <param name="IsSwapped">Whether the bytes are reversed.</param>
internal readonly record struct StructMove(int From, int To, int Size, bool IsSwapped)
{
    /// <summary>The same run on its way back.</summary>
    public StructMove Back => new(To, From, Size, IsSwapped);

    /// <summary>Both runs as one, when the next follows on both sides; otherwise null.</summary>
    public StructMove? Join(StructMove next) =>
        !IsSwapped && !next.IsSwapped && next.From == From + Size && next.To == To + Size ? this with { Size = Size + next.Size } : null;
}
