using System;
using System.Numerics;

namespace MemoryViews;

// What CPython refuses and this library would not.
internal static partial class Error
{
    public static Exception NotAnExporter(object? value) => new ViewArgumentException(
        ViewErrorCode.NotAnExporter, $"A bytes-like object is needed, and {Kind(value)} does not lend its memory: give an IBufferExporter, byte[] or Memory<byte>.", "exporter");

    public static Exception InvalidKey(object? key) => new ViewArgumentException(
        ViewErrorCode.InvalidKey, $"{Kind(key)} is no subscript of a view: give an integer, a slice, or a tuple of integers.", "key");

    public static Exception ScalarKey(object? key) => new ViewArgumentException(
        ViewErrorCode.InvalidKey, $"{Kind(key)} is no subscript of a view of rank 0: give the empty tuple, or the ellipsis.", "key");

    public static Exception IndexTooLarge(BigInteger index) => new ViewArgumentException(
        ViewErrorCode.IndexOutOfRange, $"An index of {index.GetBitLength()} bits passes every axis: indices have {IntPtr.Size * 8} bits.", "key");

    public static Exception SliceBound(object? bound) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(bound)} is no bound of a slice: bounds are integers, null, or have an index.", "key");

    public static Exception NoSubViews(int rank) => new ViewNotSupportedException(
        ViewErrorCode.NotImplemented, $"CPython has no sub-views of a view of rank {rank}: give {rank} indices in a tuple, or ask a view that is not strict.");

    public static Exception NoTupleOfSlices() => new ViewNotSupportedException(
        ViewErrorCode.NotImplemented, "CPython does not slice along several axes: slice the first axis alone, or ask a view that is not strict.");

    public static Exception NoSliceAssignment(int rank) => new ViewNotSupportedException(
        ViewErrorCode.NotImplemented, $"CPython copies into slices of rank 1 only, and this view has rank {rank}: copy row by row, or ask a view that is not strict.");

    public static Exception CannotDelete() => new ViewOperationException(
        ViewErrorCode.CannotDelete, "Items of a view cannot be deleted, because its length is fixed: slice it instead.");

    public static Exception FormatNotString(object? format) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(format)} is no format: give a string such as \"B\".", "format");

    public static Exception FormatNotAscii(string format) => new ViewArgumentException(
        ViewErrorCode.NotAscii, $"Format {Describe.Quote(format)} is not ASCII: formats are written in ASCII letters.", "format", format: format);

    public static Exception CastNotCContiguous(string layout) => new ViewOperationException(
        ViewErrorCode.NotContiguous, $"CPython casts C-contiguous views only, and the layout is {layout}: copy first, or ask a view that is not strict.");

    public static Exception CastEmpty(ReadOnlySpan<nint> shape) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch, $"CPython does not cast a view of shape {Describe.Shape(shape)}: lengths of 0 are cast in one axis, without a shape, only.", "shape", shape);

    public static Exception ShapeNotList(object? shape) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(shape)} is no shape: give a list or a tuple of integers.", "shape");

    public static Exception CastRank(int rank, int most) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"A shape of {rank} axes was asked: a view has {most} at most.", "shape");

    public static Exception CastRanks(int from, int to) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch, $"CPython casts to or from one axis, not from {from} to {to}: cast to \"B\" in between.", "shape");

    public static Exception CastTarget(string format) => new ViewArgumentException(
        ViewErrorCode.FormatSyntax, $"CPython does not cast to format {Describe.Quote(format)}: give one native code, such as 'i' or '@d'.", "format", format: format);

    public static Exception CastBetween(string from, string to) => new ViewArgumentException(
        ViewErrorCode.FormatMismatch, $"CPython does not cast from {Describe.Quote(from)} to {Describe.Quote(to)}: one of them is b, B or c; cast to \"B\" in between.", "format", format: to);

    public static Exception LengthNotInt(object? element, int axis) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(element)} is no length of axis {axis}: lengths are integers.", "shape");

    public static Exception LengthOverflow(BigInteger length) => new ItemRangeException(
        ViewErrorCode.ValueOverflow, $"A length of {length.GetBitLength()} bits was asked: lengths have {IntPtr.Size * 8} bits.", null);

    public static Exception LengthNotPositive(BigInteger length, int axis) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"Length {length} was asked of axis {axis}: a cast takes lengths of 1 and more.", "shape");

    public static Exception CastTooLarge(int axis) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"The lengths up to axis {axis} take more bytes than memory has: give a shape whose items take the view's bytes.", "shape");

    public static Exception CastProduct(ReadOnlySpan<nint> shape, nint itemSize, nint bytes) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"Items of {Describe.Bytes(itemSize)} in shape {Describe.Shape(shape)} do not take {Describe.Bytes(bytes)}: the product has to be exactly that.", "shape", shape);

    public static Exception UnhashableExporter(object exporter) => new ViewOperationException(
        ViewErrorCode.UnhashableExporter, $"{Kind(exporter)} has no hash, because its content may change, and so its views have none: hash a copy.");

    public static Exception NotFound() => new ViewArgumentException(
        ViewErrorCode.NotFound, "The value is not among the items: Contains tells without an exception.", "value");

    public static Exception OrderNotString(object? order) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(order)} is no order: give \"C\", \"F\" or \"A\".", "order");

    public static Exception UnknownOrder(string order) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"There is no order {Describe.Quote(order)}: give \"C\", \"F\" or \"A\".", "order");

    public static Exception TooManyArguments(string method, int most, int given) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{given} arguments came to {method}: it takes {most} at most.", "arguments");

    public static Exception UnknownArgument(string method, string name) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{method} has no argument {Describe.Quote(name)}: it has sep and bytes_per_sep.", "named");

    public static Exception ArgumentTwice(string method, string name) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"Argument {Describe.Quote(name)} of {method} came by position and by name: give it once.", "named");

    public static Exception SeparatorLength(nint length) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"A separator of length {length} was asked: its length is 1.", "sep");

    public static Exception SeparatorType(object? separator) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(separator)} is no separator: give a string or bytes of one character.", "sep");

    public static Exception SeparatorNotAscii() => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, "The separator is not ASCII: give a character below 128.", "sep");

    public static Exception GroupNotInt(object? group) => new ViewArgumentException(
        ViewErrorCode.InvalidType, $"{Kind(group)} is no number of bytes in a group: give an integer.", "bytes_per_sep");

    public static Exception GroupOverflow(BigInteger group) => new ItemRangeException(
        ViewErrorCode.ValueOverflow, $"A group of {group.GetBitLength()} bits was asked: groups are numbered by a C int, up to {int.MaxValue}.", null);

    public static Exception ValueRaised(string format, Exception raised) => new ItemRangeException(
        ViewErrorCode.ValueRange, $"The value for format {Describe.Quote(format)} could not say its number ({raised.GetType().Name}): give one in the format's range.", format);

    // Types, not values: an object's own text could be long, or user code.
    private static string Kind(object? value) => value is null ? "None" : $"An object of type {value.GetType().Name}";
}
