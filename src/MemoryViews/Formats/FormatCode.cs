namespace MemoryViews;

/// <summary>
/// What one item code means. Codes of two characters have a letter of their own here: F, D, G stand for Zf, Zd, Zg.
/// Sizes are in bytes of one unit: one character of s, p, u and w.
/// </summary>
/// <param name="Code">The code.</param>
/// <param name="Native">Size under @ and ^.</param>
/// <param name="Standard">Size under = &lt; &gt; !.</param>
/// <param name="Alignment">Alignment under @.</param>
/// <param name="Scalar">The scalar kind of a native unit; None when it is not one machine value.</param>
/// <param name="Kind">What the item is.</param>
/// <param name="IsReadable">Whether the codec gives values for it.</param>
internal readonly record struct FormatCode(char Code, int Native, int Standard, int Alignment, ScalarKind Scalar, ItemKind Kind, bool IsReadable)
{
    /// <summary>A count in front of s p u w x t is a length, not a number of values.</summary>
    public bool CountsLength => Code is 's' or 'p' or 'u' or 'w' or 'x' or 't';

    /// <summary>The kind of a unit of the given size: l is 8 bytes by C's rule and 4 by the standard one.</summary>
    public ScalarKind KindAt(int size) => Code switch
    {
        'l' => size == 8 ? ScalarKind.Int64 : ScalarKind.Int32,
        'L' => size == 8 ? ScalarKind.UInt64 : ScalarKind.UInt32,
        _ => Scalar,
    };
}
