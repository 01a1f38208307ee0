using System;
using System.Globalization;
using System.Text;

namespace MemoryViews.Interchange;

/// <summary>Every exception of this package is made here, one method a throw site: what was asked, the limit, what would have worked.</summary>
internal static partial class Error
{
    public static Exception NullPointer(string structure) => new InterchangeException(
        ViewErrorCode.InvalidArgument, $"A null {structure}* was given: give the address of a filled {structure}.");

    public static Exception ForeignOrder(string standard, ItemFormat format) => new InterchangeException(
        ViewErrorCode.FormatUnsupported,
        $"{standard} knows the byte order of this machine only, and the items are '{format}': convert them with ConvertTo first, or allow a copy (CopyPolicy.IfNeeded).");

    public static Exception SizeDiffers(string standard, ItemFormat format, nint itemSize) => new InterchangeException(
        ViewErrorCode.FormatMismatch,
        $"{standard} has no gaps inside items: the format '{format}' takes {format.Size} bytes and an item {itemSize}. Cast the view to a format of its item size.");

    public static Exception TooManyAxes(string standard, long rank) => new InterchangeException(
        ViewErrorCode.InvalidShape, Invariant($"The {standard} has {rank} axes: a view has 0 to {Layout.MaxRank}."));

    public static Exception BeyondMemory(string standard, Int128 low, Int128 high) => new InterchangeException(
        ViewErrorCode.OutOfBounds, Invariant($"The {standard} reaches from address {low} to {high}: memory lies between 1 and {nint.MaxValue}."));

    public static Exception NoData(string standard, Int128 bytes) => new InterchangeException(
        ViewErrorCode.InvalidArgument, Invariant($"The {standard} has {bytes} bytes of items at address 0: only 0 bytes can be there."));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Shape(ReadOnlySpan<nint> shape)
    {
        const int Most = 16;
        StringBuilder text = new("(");
        for (int i = 0; i < Math.Min(shape.Length, Most); i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(shape[i].ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(shape.Length > Most ? ", ...)" : shape.Length == 1 ? ",)" : ")").ToString();
    }
}
