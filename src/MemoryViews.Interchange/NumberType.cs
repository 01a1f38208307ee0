using System;
using System.Globalization;

namespace MemoryViews.Interchange;

/// <summary>A lone number without its byte order: what all three worlds have a word for.</summary>
/// <param name="Kind">Boolean, SignedInteger, UnsignedInteger, Float or Complex.</param>
/// <param name="Size">Bytes.</param>
internal readonly record struct NumberType(ItemKind Kind, int Size)
{
    /// <summary>The format in host order; null where there is none, and for long double, whose bits mean something else on each machine.</summary>
    public string? Format => (Kind, Size) switch
    {
        (ItemKind.Boolean, 1) => "?",
        (ItemKind.SignedInteger, 1) => "b",
        (ItemKind.SignedInteger, 2) => "h",
        (ItemKind.SignedInteger, 4) => "i",
        (ItemKind.SignedInteger, 8) => "q",
        (ItemKind.UnsignedInteger, 1) => "B",
        (ItemKind.UnsignedInteger, 2) => "H",
        (ItemKind.UnsignedInteger, 4) => "I",
        (ItemKind.UnsignedInteger, 8) => "Q",
        (ItemKind.Float, 2) => "e",
        (ItemKind.Float, 4) => "f",
        (ItemKind.Float, 8) => "d",
        (ItemKind.Complex, 8) => "Zf",
        (ItemKind.Complex, 16) => "Zd",
        _ => null,
    };

    // A typestr is what tells a bare number from one with padding or a name around it; the kind tells it from pointers.
    public static NumberType? Of(ItemFormat format)
        => format.Kind is ItemKind.Boolean or ItemKind.SignedInteger or ItemKind.UnsignedInteger or ItemKind.Float or ItemKind.Complex
            && format.ToTypestr() is { Length: > 2 } typestr
            && int.Parse(typestr.AsSpan(2), CultureInfo.InvariantCulture) == format.Size
            && new NumberType(format.Kind, (int)format.Size) is { Format: not null } type
            ? type
            : null;
}
