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

    public static Exception ConvertNotScalar(string from, string to) => new ViewArgumentException(
        ViewErrorCode.FormatMismatch,
        $"Items of format {Describe.Quote(from)} were to be converted to {Describe.Quote(to)}: only single values convert, take the fields of a record one by one.",
        "format", format: from);

    public static Exception FormatSizeDiffers(string format, nint formatSize, nint itemSize) => new ViewArgumentException(
        ViewErrorCode.FormatMismatch,
        $"Format {Describe.Quote(format)} describes {Describe.Bytes(formatSize)}, but the items have {Describe.Bytes(itemSize)}: cast the view to a format of their size first.",
        "format", format: format);

    public static Exception CopyTypeMismatch(Type type, string format) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"Items of format {Describe.Quote(format)} do not go with {type.Name}: use a number for a number, or a struct with the layout of the record.", format);

    public static Exception DestinationTooShort(nint items, nint room) => new ViewArgumentException(
        ViewErrorCode.StructureMismatch,
        $"{Describe.Count(items, "item")} were to be copied to a destination of {room}: it must hold {items} at least.", "destination");

    public static Exception SourceCount(nint items, nint given) => new ViewArgumentException(
        ViewErrorCode.StructureMismatch,
        $"{Describe.Count(given, "item")} were to be copied into a view of {items}: the counts must be equal.", "source");

    public static Exception ListTooLong(ReadOnlySpan<nint> shape, int most) => new ViewOperationException(
        ViewErrorCode.InvalidArgument,
        $"A list of shape {Describe.Shape(shape)} was asked for, but a list holds {most} items at most: slice the view and list its parts.");
}
