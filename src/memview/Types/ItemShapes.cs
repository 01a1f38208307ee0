using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>How an item is to be shown, asked of its format.</summary>
internal static class ItemShapes
{
    /// <summary>Whether an item has named fields of its own; the command's own codecs look like records and are none.</summary>
    public static bool IsRecord(ItemFormat format) =>
        format.Kind == ItemKind.Record && PackedIntegers.CodecOf(format) is null && Moments.TypeOf(format) is null;

    /// <summary>Raw bytes, shown as hex: V8 and u1[8].</summary>
    public static bool IsBytes(ItemFormat format) => format.Kind == ItemKind.Padding
        || (format.Kind == ItemKind.SubArray && format.Fields is [{ SubShape.Length: 1 } field] && IsByte(field.Format));

    /// <summary>Whether a field of that unit and shape is raw bytes.</summary>
    public static bool IsBytes(ItemField field) =>
        field.SubShape.Length == 0 ? IsBytes(field.Format) : field.SubShape.Length == 1 && IsByte(field.Format);

    public static IReadOnlyList<string> FieldNames(ItemFormat format)
    {
        List<string> names = [];
        foreach (ItemField field in format.Fields)
        {
            names.Add(NameOf(field, names.Count));
        }

        return names;
    }

    /// <summary>A field's name; fields without one, as those of "ih", are called by NumPy's f0, f1, ….</summary>
    public static string NameOf(ItemField field, int index) => field.Name ?? "f" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsByte(ItemFormat format) => format.Size == 1 && format.Kind == ItemKind.UnsignedInteger;
}
