using System;

namespace MemoryViews.Files;

internal static partial class Error
{
    public static Exception PickledObjects() => new ArrayFileException(
        ViewErrorCode.NotSupported,
        "This array contains pickled Python objects, and loading those runs code from the file: save it from Python with a numeric or string dtype instead.");

    public static Exception Dates(string typestr) => new ArrayFileException(
        ViewErrorCode.FormatUnsupported,
        $"Items of type {Quote(typestr)} are dates or times, which no buffer format can say: set NpyOptions.DatesAsIntegers to see their 64-bit numbers.");

    public static Exception UnknownType(string typestr, Exception? inner) => new ArrayFileException(
        ViewErrorCode.FormatUnsupported, $"There is no format for items of type {Quote(typestr)}: types look like '<f8', '|S10' or '>i4'.", inner);

    public static Exception TypeForm(LiteralValue value) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"An item type is {value.Kind}: it has to be a string such as '<f8', a list of fields, a pair of type and shape, or a dictionary of names and formats.");

    public static Exception FieldForm(LiteralValue value) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"A field of a record is {value.Kind}: it has to be (name, type) or (name, type, shape), the name a string or (title, name).");

    public static Exception FieldName(string name) => new ArrayFileException(
        ViewErrorCode.NotExpressible, $"The field name {Quote(name)} holds ':' or NUL, which buffer formats cannot say: rename the field in Python.");

    public static Exception FieldTwice(string name) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"The field name {Quote(name)} stands twice in one record: names have to differ.");

    public static Exception FieldsOverlap(string name, nint offset, nint end) => new ArrayFileException(
        ViewErrorCode.NotExpressible,
        $"Field {Quote(name)} starts at byte {offset}, before the end of the one in front of it at {end}: buffer formats say fields in order and apart only.");

    public static Exception RecordSize(nint asked, nint end) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"A record of {Bytes(asked)} was declared, but its fields end at byte {end}: itemsize is that or more.");

    public static Exception DictionaryForm(string reason) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"A record given as a dictionary cannot be read: {reason}");

    public static Exception ItemTooLarge(Int128 size) => new ArrayFileException(
        ViewErrorCode.InvalidShape, $"An item of {size} bytes was declared: items hold 0 to {int.MaxValue} bytes.");

    public static Exception NotSavable(string format) => new ArrayFileException(
        ViewErrorCode.FormatUnsupported, $"NumPy has no type for items of format {Quote(format)}: cast or convert the view to one that it has, such as 'd' or 'B'.");

    public static Exception FortranSubArrays() => new ArrayFileException(
        ViewErrorCode.NotSupported, "The npy header has a sub-array for its type and Fortran order, which NumPy never writes: save the array in C order.");
}
