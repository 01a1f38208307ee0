using System.Globalization;

namespace MemoryViews.Interchange;

/// <summary>
/// DLPack's types and item formats, both ways. Lanes are a row inside each item, which PEP 3118 writes as a sub-array: float of 4 lanes is <c>(4)f</c>.
/// </summary>
internal static class DLTypes
{
    /// <summary>The type of items; null when DLPack has no word for them.</summary>
    public static DLDataType? Of(ItemFormat format)
    {
        if (NumberType.Of(format) is { } number)
        {
            return Of(number, 1);
        }

        bool isRow = format is { Kind: ItemKind.SubArray, Fields: [{ Name: null, Offset: 0, SubShape.Length: 1 }] };
        return isRow && format.Fields[0] is var row && row.SubShape.Span[0] is > 0 and <= ushort.MaxValue and nint lanes
            && NumberType.Of(row.Format) is { } lane && lane.Size * lanes == format.Size ? Of(lane, (ushort)lanes) : null;
    }

    /// <summary>The format of a type in host order; null when no format says it.</summary>
    public static ItemFormat? FormatOf(DLDataType type)
    {
        if (type.Lanes == 0 || type.Bits % 8 != 0 || KindOf(type.Code) is not { } kind || new NumberType(kind, type.Bits / 8).Format is not { } code)
        {
            return null;
        }

        return ItemFormat.Parse(type.Lanes == 1 ? code : string.Create(CultureInfo.InvariantCulture, $"({type.Lanes}){code}"));
    }

    private static DLDataType Of(NumberType number, ushort lanes) => new(CodeOf(number.Kind), (byte)(8 * number.Size), lanes);

    private static DLDataTypeCode CodeOf(ItemKind kind) => kind switch
    {
        ItemKind.Boolean => DLDataTypeCode.Bool,
        ItemKind.SignedInteger => DLDataTypeCode.Int,
        ItemKind.UnsignedInteger => DLDataTypeCode.UInt,
        ItemKind.Float => DLDataTypeCode.Float,
        _ => DLDataTypeCode.Complex,
    };

    private static ItemKind? KindOf(DLDataTypeCode code) => code switch
    {
        DLDataTypeCode.Bool => ItemKind.Boolean,
        DLDataTypeCode.Int => ItemKind.SignedInteger,
        DLDataTypeCode.UInt => ItemKind.UnsignedInteger,
        DLDataTypeCode.Float => ItemKind.Float,
        DLDataTypeCode.Complex => ItemKind.Complex,
        _ => null,
    };
}
