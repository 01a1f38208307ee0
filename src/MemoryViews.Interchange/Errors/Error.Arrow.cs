using System;

namespace MemoryViews.Interchange;

internal static partial class Error
{
    public static Exception AlreadyReleased(string structure) => new InterchangeException(
        ViewErrorCode.Released, $"The {structure} has been released or moved away (its release callback is null): import each structure once.");

    public static Exception ArrowShape(ReadOnlySpan<nint> shape, string reason) => new InterchangeException(
        ViewErrorCode.InvalidShape, $"Arrow cannot say the shape {Shape(shape)}: {reason}.");

    public static Exception ArrowStrided(Layout layout) => new InterchangeException(
        ViewErrorCode.NotContiguous, $"Arrow has no strides, and the items do not lie in one C-ordered run ({layout}): export AsContiguous(), or allow a copy (CopyPolicy.IfNeeded).");

    public static Exception NotAnArrowType(ItemFormat format) => new InterchangeException(
        ViewErrorCode.FormatUnsupported,
        $"Arrow's arrays of fixed size have no word for items '{format}': integers, half, float, double and bytes of a fixed length (\"8s\") are known. Take a field of the record, or cast (complex \"Zd\" to two of \"d\").");

    public static Exception BoolAsBits() => new InterchangeException(
        ViewErrorCode.NotExpressible, "Arrow keeps booleans as bits, a view as bytes: cast to \"B\", or allow a copy (CopyPolicy.IfNeeded).");

    public static Exception BitsAsBool() => new InterchangeException(
        ViewErrorCode.NotExpressible, "Arrow keeps booleans as bits, a view as bytes: import with CopyPolicy.IfNeeded for a copy.");

    public static Exception ArrowNoFormat() => new InterchangeException(
        ViewErrorCode.InvalidArgument, "The schema has no format string: each schema needs one.");

    public static Exception ArrowFormatNotAView(string format) => new InterchangeException(
        ViewErrorCode.FormatUnsupported,
        $"A view cannot be made of Arrow's format '{format}': c C s S i I l L e f g, fixed-size bytes w:N and fixed-size lists +w:N can (and b by copy). Import the children, or cast at the producer.");

    public static Exception ArrowDictionary() => new InterchangeException(
        ViewErrorCode.NotSupported, "The array is dictionary-encoded: its items are indices. Decode it at the producer, or import indices and dictionary one by one.");

    public static Exception ArrowNulls(long nulls) => new InterchangeException(
        ViewErrorCode.NotSupported, $"The array has {nulls} nulls, and items of a view are always there: fill the nulls at the producer first.");

    public static Exception ArrowBadCount(string field, long value, string limit) => new InterchangeException(
        ViewErrorCode.InvalidArgument, $"The array says {field} {value}: {limit}.");

    public static Exception ArrowNoPointer(string field) => new InterchangeException(
        ViewErrorCode.InvalidArgument, $"The array's {field} is null where it must point at something.");

    public static Exception ArrowChildTooShort(Int128 needed, long length) => new InterchangeException(
        ViewErrorCode.OutOfBounds, Invariant($"The lists need {needed} items of their child array, which has {length}."));

    public static Exception ArrowTooLong(Int128 items) => new InterchangeException(
        ViewErrorCode.OutOfBounds, Invariant($"The array reaches to item {items}: items are counted to {long.MaxValue}."));

    public static Exception ArrowName() => new InterchangeException(
        ViewErrorCode.InvalidArgument, "The name holds a zero character, where C ends a text: leave it out.");
}
