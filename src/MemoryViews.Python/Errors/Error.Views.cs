using System;

namespace MemoryViews.Python;

internal static partial class Error
{
    public static Exception TooManyAxes(int rank) => new PythonValueException(
        ViewErrorCode.InvalidArgument, $"A buffer of {rank} dimensions cannot be viewed: there are at most {Layout.MaxRank}.");

    public static Exception ViewReleased() => new PythonReleasedException(
        "memoryview", "operation forbidden on released memoryview object: make a new one from its exporter.");

    public static Exception ViewLent(nint count) => new BufferException(
        $"memoryview has {count} exported buffer{(count == 1 ? "" : "s")}: it cannot be released before they are.");

    public static Exception NoHalfItems() => new PythonValueException(
        ViewErrorCode.FormatUnsupported, "memoryview: format e not supported before Python 3.12: tobytes() gives its bytes, and the other type of this package its items.");

    public static Exception NoHalfCast() => new PythonValueException(
        ViewErrorCode.InvalidArgument, "memoryview: destination format e is not supported before Python 3.12.");

    public static Exception TooManyArguments(string method, int most, nint given) => new PythonValueException(
        ViewErrorCode.InvalidType, $"{method}() takes at most {most} arguments ({given} given).");

    public static Exception UnknownArgument(string method, string name) => new PythonValueException(
        ViewErrorCode.InvalidType, $"{method}() got an unexpected keyword argument '{name}'.");

    public static Exception ArgumentTwice(string method, string name) => new PythonValueException(
        ViewErrorCode.InvalidType, $"{method}() got two values for the argument '{name}'.");

    public static Exception MissingArgument(string method, string name) => new PythonValueException(
        ViewErrorCode.InvalidType, $"{method}() misses the required argument '{name}'.");

    public static Exception BoundNotIndex(string typeName) => new PythonValueException(
        ViewErrorCode.InvalidType, $"A bound must be an integer or have an __index__ method, and this is a {typeName}.");

    public static Exception FlagsNotInt(string typeName) => new PythonValueException(
        ViewErrorCode.InvalidType, $"Flags are an integer, and this is a {typeName}.");

    public static Exception FlagsOverflow() => new PythonValueException(
        ViewErrorCode.ValueOverflow, "Flags must fit a C int.");

    public static Exception GroupNotInt(string typeName) => new PythonValueException(
        ViewErrorCode.InvalidType, $"bytes_per_sep is an integer, and this is a {typeName}.");

    public static Exception GroupOverflow() => new PythonValueException(
        ViewErrorCode.ValueOverflow, "bytes_per_sep must fit a C int.");

    public static Exception SeparatorLength(nint length) => new PythonValueException(
        ViewErrorCode.InvalidArgument, $"sep must be length 1, and has length {length}.");

    public static Exception SeparatorType(string typeName) => new PythonValueException(
        ViewErrorCode.InvalidType, $"sep must be str or bytes, and is a {typeName}.");
}
