namespace MemoryViews;

/// <summary>A field of a struct with its place, or the struct itself. Offsets are in bytes from the start of the outermost struct.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Kind">The number it is; None for a struct.</param>
/// <param name="Code">The format code of the number; empty for a struct.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Size">Bytes of one of it.</param>
/// <param name="Count">How many follow each other: more than 1 for fixed buffers and inline arrays.</param>
/// <param name="Members">The fields of a struct, by offset; empty for a number.</param>
internal sealed record StructMember(string Name, ScalarKind Kind, string Code, nint Offset, nint Size, int Count, StructMember[] Members);

/// <summary>One number in a struct: its kind, and its offset in bytes from the start of the struct.</summary>
/// <param name="Kind">The kind of the number.</param>
/// <param name="Offset">Where it starts.</param>
internal readonly record struct StructLeaf(ScalarKind Kind, nint Offset);
