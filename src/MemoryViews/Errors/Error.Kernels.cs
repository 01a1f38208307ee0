using System;
using System.Globalization;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception HexTooLong(nint bytes, int most) => new ViewOperationException(
        ViewErrorCode.InvalidArgument,
        string.Create(CultureInfo.InvariantCulture, $"The text of {bytes} bytes passes {most} characters, the most a string holds: slice the view and write its parts."));

    public static Exception PatternTooLong(int length, int most) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument,
        string.Create(CultureInfo.InvariantCulture, $"A pattern of {length} bytes was looked for in a view that is not contiguous: {most} bytes is the limit there."), "pattern");
}
