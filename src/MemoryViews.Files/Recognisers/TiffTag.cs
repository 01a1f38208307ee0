namespace MemoryViews.Files;

/// <summary>One entry of a TIFF directory: values of one type, at a place of the file (within the entry itself where they fit there).</summary>
internal readonly record struct TiffTag(int Type, long Count, long At)
{
    /// <summary>Bytes a value takes; 0 for types that nobody knows.</summary>
    public static int SizeOf(int type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 0,
    };

    /// <summary>A value that counts or places something.</summary>
    public long Number(FileBytes bytes, long index = 0)
    {
        int size = Type is 1 or 3 or 4 or 13 or 16 or 18 ? SizeOf(Type) : 0;
        if (size == 0 || index >= Count)
        {
            throw Error.HeaderValue(
                "TIFF file", "a number of a directory", $"type {Type}, {Count} values", "it is one of the unsigned types, with a value for each piece");
        }

        // The index is below the count, and a count times 8 bytes was found to lie within the file when the entry was read.
        return long.CreateSaturating(bytes.Unsigned(At + index * size, size));
    }
}
