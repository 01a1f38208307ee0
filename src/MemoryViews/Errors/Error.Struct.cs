using System;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception PackCount(string format, int given, int wanted) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"Format {Describe.Quote(format)} packs {Describe.Count(wanted, "value")}, but {given} came: give exactly as many.", "values", format: format);

    public static Exception PackRoom(string format, nint size, nint room) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"A record of format {Describe.Quote(format)} takes {Describe.Bytes(size)}, but there is room for {room}: give at least {size}.", "destination", format: format);

    public static Exception PackTooLarge(string format, nint size) => new ViewNotSupportedException(
        ViewErrorCode.FormatUnsupported,
        $"A record of format {Describe.Quote(format)} takes {Describe.Bytes(size)}, more than the {Array.MaxLength} of an array: use PackInto.");

    public static Exception PackOverflow(string format, string value) => new ItemRangeException(
        ViewErrorCode.ValueOverflow,
        $"Format {Describe.Quote(format)} does not hold {value}: a float holds numbers up to about 3.4e38. Use 'd', or 'f' in native mode, where it becomes infinity.", format);

    public static Exception RecordLength(string format, nint size, nint given) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"A record of format {Describe.Quote(format)} has {Describe.Bytes(size)}, but {given} came: give exactly as many, or use UnpackFrom for a part of a buffer.", "source", format: format);

    public static Exception RecordTooShort(string format, nint size, nint given) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"A record of format {Describe.Quote(format)} has {Describe.Bytes(size)}, but only {Describe.Bytes(given)} came: give all of it.", "record", format: format);

    public static Exception RecordOffset(string format, nint size, nint offset, nint length) => new ViewArgumentException(
        ViewErrorCode.OutOfBounds,
        $"A record of format {Describe.Quote(format)} needs {Describe.Bytes(size)} at offset {offset}, but the buffer has {Describe.Bytes(length)}: "
        + (length >= size ? $"offsets are 0 to {length - size}, or negative from the end." : "no offset has room."), "offset", format: format);

    public static Exception RecordsCut(string format, nint size, nint rest) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"The bytes end {Describe.Bytes(rest)} into a record of {Describe.Bytes(size)} of format {Describe.Quote(format)}: give whole records.", "source", format: format);

    public static Exception RecordEmpty(string format) => new ViewOperationException(
        ViewErrorCode.InvalidArgument, $"A record of format {Describe.Quote(format)} has no bytes, and a buffer holds no number of those: use a format with values.");

    public static Exception RecordsRoom(string what, nint given, nint needed) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch, $"The records need {Describe.Count(needed, what)}, but there are {given}: give at least {needed}.", "destination");

    public static Exception BindKind(string format, string type, string field, string fieldKind, string element, nint offset, string wanted) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"{type} cannot be bound to format {Describe.Quote(format)}: its {field} is {fieldKind}, where the format has '{element}' at byte {offset}. Make it {wanted}, or change the format.", format);

    public static Exception BindMissing(string format, string type, int fields, string element, nint offset) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"{type} cannot be bound to format {Describe.Quote(format)}: it has {Describe.Count(fields, "number")}, and the format goes on with '{element}' at byte {offset}. Add a field for it.", format);

    public static Exception BindSurplus(string format, string type, string field) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"{type} cannot be bound to format {Describe.Quote(format)}: the format ends before its {field}. Remove the field, or go on with the format.", format);

    public static Exception BindNoType(string format, string element, nint offset) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"Format {Describe.Quote(format)} cannot be bound to a struct: .NET has no type for '{element}' at byte {offset}. Unpack the records, or bind a format of its bytes.", format);

    public static Exception BindOrder(string type) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"{type} cannot be bound to a format: its fields have no fixed order. Use a struct of sequential or explicit layout, or a tuple.", null);

    public static Exception FieldIndex(string format, int index, int count) => new ViewArgumentException(
        ViewErrorCode.UnknownField,
        $"There is no value {index} in format {Describe.Quote(format)}: it has {Describe.Count(count, "value")}, numbered from 0.", "index", format: format);

    public static Exception FieldName(string format, string name) => new ViewArgumentException(
        ViewErrorCode.UnknownField,
        $"There is no field {Describe.Quote(name)} in format {Describe.Quote(format)}: names stand between colons behind a value, as in 'T{{i:id:}}'.", "name", format: format);

    public static Exception FieldNotScalar(string format, string field) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"The field {field} of format {Describe.Quote(format)} is no single number: unpack the record, or take the number inside the field.", format);

    public static Exception FieldKind(string format, string field, string code, string type) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"The field {field} of format {Describe.Quote(format)} is no {type}: it is of kind '{code}'. Take it as that, and convert the number.", format);
}
