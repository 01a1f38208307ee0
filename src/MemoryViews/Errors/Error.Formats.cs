using System;
using System.Collections.Generic;
using System.Globalization;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception FormatSyntax(string reason, string text, int position) =>
        new ViewSyntaxException(ViewErrorCode.FormatSyntax, reason, text, position);

    public static Exception UnknownDialect(int dialect) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"There is no format dialect {dialect}: use Pep3118, Struct or NumPy.", "dialect");

    public static Exception NotReadable(string format) => new ViewNotSupportedException(
        ViewErrorCode.FormatUnsupported,
        $"Items of format {Describe.Quote(format)} cannot be read or written: slice and copy them, or cast to a format that can, such as 'B'.");

    public static Exception ItemTooShort(string format, nint size, int available) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"An item of format {Describe.Quote(format)} has {Describe.Bytes(size)}, but only {Describe.Bytes(available)} came: give all of it.", "item", format: format);

    public static Exception ValueType(string format, string value, string wanted) => new ItemTypeException(
        ViewErrorCode.ValueType, $"Format {Describe.Quote(format)} does not take {value}: it takes {wanted}.", format);

    public static Exception ValueRange(string format, string value, Int128 low, Int128 high) => new ItemRangeException(
        ViewErrorCode.ValueRange,
        string.Create(CultureInfo.InvariantCulture, $"Format {Describe.Quote(format)} does not hold {value}: it holds {low} to {high}."), format);

    public static Exception HalfOverflow(string value, string format = "e") => new ItemRangeException(
        ViewErrorCode.ValueRange, $"Format {Describe.Quote(format)} does not hold {value}: a half holds numbers below 65520 in size.", format);

    public static Exception DoubleOverflow(string format, string value) => new ItemRangeException(
        ViewErrorCode.ValueRange, $"Format {Describe.Quote(format)} does not hold {value}: a double holds numbers up to about 1.8e308.", format);

    public static Exception ByteCount(string format, int length) => new ItemRangeException(
        ViewErrorCode.ValueRange, $"Format {Describe.Quote(format)} holds one byte, but {Describe.Bytes(length)} came: give exactly one.", format);

    public static Exception TextLength(string format, int units, nint most) => new ItemRangeException(
        ViewErrorCode.ValueRange,
        $"Format {Describe.Quote(format)} holds {Describe.Count(most, "character")}, but {units} came: give no more, and exactly one where the format has no count.", format);

    public static Exception RecordCount(string format, int given, int wanted) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"Format {Describe.Quote(format)} has a record of {Describe.Count(wanted, "value")}, but {given} came: give exactly as many.", "value", format: format);

    public static Exception SubArrayShape(string format, string value, ReadOnlySpan<nint> shape) => new ItemTypeException(
        ViewErrorCode.ValueType,
        $"Format {Describe.Quote(format)} has a sub-array of shape {Describe.Shape(shape)}, which {value} does not fill: give an array of that shape, or lists nested as deep.", format);

    public static Exception ArrayRank(int rank) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, $"An array of {rank} axes cannot be made in an ahead-of-time compiled program: 4 axes is the limit there.");

    public static Exception UnknownField(string field, IReadOnlyList<string?> names) => new ViewArgumentException(
        ViewErrorCode.UnknownField, $"There is no field {Describe.Quote(field)}: the fields are {Describe.Quote(string.Join(", ", names))}.", "field");

    public static Exception FieldThroughArray(string path, string format) => new ViewArgumentException(
        ViewErrorCode.UnknownField,
        $"The path {Describe.Quote(path)} passes through a sub-array of format {Describe.Quote(format)}: name the sub-array alone, and index it first.", "field", format: format);

    public static Exception NoNumber(Type type, string format) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"{type.Name} is no number and cannot stand for an item of format '{format}': use the format's own type, or a struct of the same layout.", format);

    public static Exception NoScalar() => new ItemTypeException(
        ViewErrorCode.FormatMismatch, "The item holds several values, or none, and cannot be taken as one number: read it as a record.", null);

    public static Exception ComplexToReal(string format) => new ItemTypeException(
        ViewErrorCode.ValueType, $"A complex number cannot become an item of format '{format}': take its real part, or a complex format.", format);

    public static Exception NoFormatForType(Type type, string reason) => new ItemTypeException(
        ViewErrorCode.FormatMismatch, $"{type.Name} has no format: {reason}. Write the format as text, such as 'T{{i:id:d:value:}}'.", null);

    public static Exception TypestrDatetime(string typestr) => new ViewNotSupportedException(
        ViewErrorCode.FormatUnsupported,
        $"{Describe.Quote(typestr)} is a date or time, which no buffer format can say: take the numbers under it, '<i8', and keep the unit elsewhere.");

    public static Exception NotNativeItem(string format) => new ViewNotSupportedException(
        ViewErrorCode.NotImplemented, $"CPython reads and writes items of one native code, such as 'i' or '@d', and not of format {Describe.Quote(format)}.");

    public static Exception StructSyntax(string reason, string format, int position) =>
        new ViewSyntaxException(ViewErrorCode.StructError, reason, format, position);

    public static Exception StructNotAscii(string format) => new ViewArgumentException(
        ViewErrorCode.NotAscii, $"The struct format {Describe.Quote(format)} is not ASCII: item codes are letters and '?'.", "format", format: format);

    public static Exception StructCount(string format, int given, int wanted) => new ViewOperationException(
        ViewErrorCode.StructError, $"Format {Describe.Quote(format)} packs {Describe.Count(wanted, "value")}, but {given} came: give exactly as many.");

    public static Exception StructLength(string format, nint size, int given) => new ViewOperationException(
        ViewErrorCode.StructError, $"Format {Describe.Quote(format)} unpacks a buffer of {Describe.Bytes(size)}, but {given} came: use UnpackFrom for a part of a buffer.");

    public static Exception StructOffset(string format, nint size, nint offset, int length) => new ViewOperationException(
        ViewErrorCode.StructError,
        $"Format {Describe.Quote(format)} needs {Describe.Bytes(size)} at offset {offset}, but the buffer has {Describe.Bytes(length)}: offsets are 0 to {length - size}, or negative from the end.");

    public static Exception StructIteration(string format, nint size, int length) => new ViewOperationException(
        ViewErrorCode.StructError,
        size == 0
            ? $"Format {Describe.Quote(format)} has no bytes: a buffer holds no number of them."
            : $"A buffer of {Describe.Bytes(length)} is no whole number of records of {Describe.Bytes(size)}: cut it first.");

    public static Exception StructTooLarge(string format, nint size) => new ViewOperationException(
        ViewErrorCode.StructError, $"Format {Describe.Quote(format)} packs into {Describe.Bytes(size)}: an array holds {Array.MaxLength} at most.");

    public static Exception StructValue(string format, string value, string wanted) => new ItemTypeException(
        ViewErrorCode.StructError, $"Format {Describe.Quote(format)} does not take {value} here: it takes {wanted}.", format);

    public static Exception StructRange(ViewErrorCode code, string format, string value, Int128 low, Int128 high) => new ItemRangeException(
        code, string.Create(CultureInfo.InvariantCulture, $"Format {Describe.Quote(format)} does not hold {value} here: it holds {low} to {high}."), format);

    public static Exception StructFloatRange(ViewErrorCode code, string format, string value) => new ItemRangeException(
        code, $"Format {Describe.Quote(format)} does not hold {value} here: e holds numbers below 65520 in size, f below about 3.4e38.", format);
}
