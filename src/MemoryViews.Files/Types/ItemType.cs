using System;
using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>
/// What NumPy calls a dtype: a single value, a record of fields, or an array of either. Written out as a buffer format by <see cref="TypeText"/>.
/// </summary>
internal sealed class ItemType
{
    private ItemType(string code, bool isForeign, nint size, IReadOnlyList<ItemTypeField>? fields)
    {
        Code = code;
        IsForeign = isForeign;
        Size = size;
        Fields = fields;
    }

    /// <summary>The code of a single value, without an order mark: "i", "8s", "Zd". "T" for records.</summary>
    public string Code { get; }

    /// <summary>Whether the value lies in the byte order that this machine does not have.</summary>
    public bool IsForeign { get; }

    /// <summary>Bytes of one unit, without the shape.</summary>
    public nint Size { get; }

    /// <summary>The fields of a record in the order of their offsets; null for a single value.</summary>
    public IReadOnlyList<ItemTypeField>? Fields { get; }

    /// <summary>The shape of a sub-array; empty for a lone unit.</summary>
    public nint[] Shape { get; private init; } = [];

    /// <summary>Whether the order of bytes means something: not for bytes, text of bytes, and gaps.</summary>
    public bool HasOrder => Fields is null && Code[^1] is not ('b' or 'B' or '?' or 's' or 'x');

    /// <summary>Whether the code is a gap's, which is no field unless it has a name.</summary>
    public bool IsVoid => Code[^1] == 'x';

    public static ItemType Scalar(string code, bool isForeign, nint size) => new(code, isForeign, size, null);

    public static ItemType Record(IReadOnlyList<ItemTypeField> fields, nint size) => new("T", false, size, fields);

    /// <summary>The same, as an array: the axes of the outer shape come first.</summary>
    public ItemType Times(ReadOnlySpan<nint> shape)
    {
        nint[] all = [.. shape, .. Shape];
        return all.Length > Layout.MaxRank
            ? throw Error.Rank("the shape of a sub-array", all.Length)
            : new ItemType(Code, IsForeign, Size, Fields) { Shape = all };
    }

    /// <summary>Bytes of the whole, shape and all.</summary>
    public nint TotalSize()
    {
        // Both factors are at most 2^31 - 1 and 2^63 - 1, so a product fits 128 bits; it is checked after each.
        Int128 size = Size;
        foreach (nint extent in Shape)
        {
            size *= extent;
            Check(size);
        }

        return (nint)size;
    }

    /// <summary>Refuses a size no item can have.</summary>
    public static nint Check(Int128 size) => size >= 0 && size <= int.MaxValue ? (nint)size : throw Error.ItemTooLarge(size);
}

/// <summary>A field and its place in the record, in bytes.</summary>
internal readonly record struct ItemTypeField(string Name, ItemType Type, nint Offset);
