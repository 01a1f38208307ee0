using System;

namespace MemoryViews.Files;

internal static partial class Error
{
    public static Exception CannotWrite(string path, Exception inner) => new ArrayFileException(
        ViewErrorCode.FileFailed, $"{Quote(path)} cannot be written: {inner.Message} Check the directory and its permissions.", inner);

    public static Exception NotReplaced(string path, Exception inner) => new ArrayFileException(
        ViewErrorCode.FileFailed,
        $"{Quote(path)} cannot be replaced, as it is no file to be read and mapped: {inner.Message} Give another name, or write to a stream with NpyFile.Write.", inner);

    public static Exception NotUnicode(Exception inner) => new ArrayFileException(
        ViewErrorCode.FormatUnsupported, "A field name holds half of a surrogate pair, which no encoding can say: rename the field.", inner);

    public static Exception RawShape(string shape, nint itemSize, nint needed, nint available) => new ArrayFileException(
        ViewErrorCode.OutOfBounds,
        $"Shape {shape} of {itemSize}-byte items takes {Bytes(needed)}, but the file has {Bytes(available)} from the offset on: ask for fewer items, or for -1 on one axis.");

    public static Exception RawRemainder(string shape, nint itemSize, nint available) => new ArrayFileException(
        ViewErrorCode.ShapeMismatch,
        $"Shape {shape} of {itemSize}-byte items does not divide the {Bytes(available)} that the file has from the offset on: give the length in place of -1, or another offset.");

    public static Exception RawInferred(string shape) => new ArrayFileException(
        ViewErrorCode.InvalidShape, $"Shape {shape} cannot be filled in: one -1 at most, no other length below 0, and items that are not empty beside it.");

    public static Exception RawOffset(nint offset, nint length) => new ArrayFileException(
        ViewErrorCode.OutOfBounds, $"Offset {offset} was asked of a file of {Bytes(length)}: offsets are 0 to {length}.");
}
