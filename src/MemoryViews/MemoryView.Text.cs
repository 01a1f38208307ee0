using System;
using System.Globalization;
using System.Text;

namespace MemoryViews;

public sealed partial class MemoryView
{
    /// <summary>The bytes of all items, in C order, as hexadecimal digits. Python: <c>hex(sep, bytes_per_sep)</c>.</summary>
    /// <param name="separator">Put between groups; null for none.</param>
    /// <param name="group">Bytes in a group, counted from the right; a negative number counts from the left, 0 makes no groups.</param>
    /// <param name="upper">Digits above 9 in capitals.</param>
    /// <exception cref="ViewOperationException">The text would be longer than a string can be.</exception>
    /// <example><c>view.ToHexString(':', 2)</c> of "abcdefg" is "61:6263:6465:6667"; with -2, "6162:6364:6566:67".</example>
    public string ToHexString(char? separator = null, int group = 1, bool upper = false)
    {
        ThrowIfReleased();
        if (HexKernels.Length(_layout.ByteLength, separator, group) == 0)
        {
            return "";
        }

        using MemoryView source = InOnePiece();
        (nint low, nint high) = source._layout.Bounds;
        using MemoryScope scope = source.Loan.Enter(low, high);
        return HexKernels.ToText(new Operand(ref scope.Origin, scope.Place(in source._layout)), separator, group, upper);
    }

    /// <summary>"MemoryView&lt;i&gt;[3, 4]", or "MemoryView (released)". Never throws.</summary>
    public override string ToString()
    {
        if (IsReleased)
        {
            return "MemoryView (released)";
        }

        StringBuilder text = new StringBuilder("MemoryView<").Append(_format.Text).Append(">[");
        for (int axis = 0; axis < _layout.Rank; axis++)
        {
            text.Append(axis == 0 ? "" : ", ").Append(_layout.Shape[axis].ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(']').ToString();
    }

    /// <summary>The view's name, or with "g" its items, summarised as NumPy does beyond 1,000.</summary>
    /// <param name="format">"" or "g".</param>
    /// <param name="formatProvider">Not used: numbers are written one way everywhere.</param>
    /// <exception cref="ViewArgumentException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" => ToString(),
        "g" or "G" => ItemText.Of(this),
        _ => throw Error.TextFormat(format),
    };

    /// <inheritdoc cref="ToString(string?, IFormatProvider?)"/>
    /// <param name="destination">Where the text goes.</param>
    /// <param name="charsWritten">Its length.</param>
    /// <param name="format">"" or "g".</param>
    /// <param name="provider">Not used.</param>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }
}
