using System;

namespace MemoryViews;

/// <summary>One field of an item: <c>"xyz"</c> of <c>T{i:id:(3)f:xyz:}</c> is a sub-array of three <c>f</c> at byte 4.</summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
/// <param name="Name">The name, or null when the format gives none.</param>
/// <param name="Format">The format of one unit of the field, with the byte order that was in force for it.</param>
/// <param name="Offset">Bytes from the start of the item.</param>
/// <param name="SubShape">The shape of the field in units; empty for a single one. A count without a shape is a shape of one axis.</param>
public readonly record struct ItemField(string? Name, ItemFormat Format, nint Offset, ReadOnlyMemory<nint> SubShape);
