using System;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception Released() => new ViewReleasedException(
        nameof(MemoryView), "The view has been released: make a new one from its exporter, or take a second holder with Share() before the first is disposed.");

    public static Exception ReadOnly() => new ViewOperationException(
        ViewErrorCode.ReadOnly, "The view is read-only: write through a view of writable memory (IsReadOnly tells).");

    public static Exception ScalarLength() => new ViewOperationException(
        ViewErrorCode.ScalarLength, "A view of rank 0 has no length: it is one item, view[[]]; ItemCount is 1.");

    public static Exception UnreadableItems(string format, nint formatSize, nint itemSize) => new ViewNotSupportedException(
        ViewErrorCode.FormatUnsupported,
        formatSize == itemSize
            ? $"Items of format {Describe.Quote(format)} cannot be read or written: the view still slices, copies, compares by bytes and casts; Cast(\"B\") shows the bytes."
            : $"Items of format {Describe.Quote(format)} take {formatSize} bytes, but an item of the view has {itemSize}: cast to a format of {itemSize} bytes.");

    public static Exception ItemTypeMismatch(string format, nint itemSize, Type type, int typeSize) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        $"Items of format {Describe.Quote(format)} ({Describe.Bytes(itemSize)}) cannot be taken as {type.Name} ({Describe.Bytes(typeSize)}): use a number for a number, a struct with the same fields for a record, or Cast first.",
        format);

    public static Exception ItemSizeMismatch(string format, nint formatSize, nint itemSize) => new ViewArgumentException(
        ViewErrorCode.FormatMismatch,
        $"Format {Describe.Quote(format)} takes {Describe.Bytes(formatSize)}, but the layout's items have {itemSize}: give a layout of item size {formatSize}.", "layout", format: format);

    public static Exception UnknownField(string field, string format, ReadOnlySpan<string> names) => new ViewArgumentException(
        ViewErrorCode.UnknownField,
        names.IsEmpty
            ? $"Field {Describe.Quote(field)} was asked of format {Describe.Quote(format)}, which is no record: cast to one, such as \"T{{i:id:d:price:}}\"."
            : $"Field {Describe.Quote(field)} is not in format {Describe.Quote(format)}: it has {FieldNames(names)}.",
        "field",
        format: format);

    public static Exception CastSize(string format, nint size, nint bytes) => new ViewArgumentException(
        ViewErrorCode.FormatMismatch,
        $"{Describe.Bytes(bytes)} cannot be cast to format {Describe.Quote(format)}, whose items take {Describe.Bytes(size)}: an item takes 1 to {int.MaxValue}.", "format", format: format);

    public static Exception CastRemainder(string format, nint size, nint bytes) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"{Describe.Bytes(bytes)} do not divide into items of {size} (format {Describe.Quote(format)}): {bytes % size} left over; slice to {bytes - bytes % size} bytes first.", "format", format: format);

    public static Exception CastNotContiguous(string layout) => new ViewOperationException(
        ViewErrorCode.NotContiguous,
        $"A cast to another item size needs a last axis in one run, but the layout is {layout}: cast before slicing, or copy first with ToArray.");

    public static Exception StructureMismatch(string sourceFormat, ReadOnlySpan<nint> sourceShape, string format, ReadOnlySpan<nint> shape) => new ViewArgumentException(
        ViewErrorCode.StructureMismatch,
        $"A view of format {Describe.Quote(sourceFormat)} and shape {Describe.Shape(sourceShape)} cannot be copied to format {Describe.Quote(format)} and shape {Describe.Shape(shape)}: formats and shapes must be equal; ConvertTo converts formats.",
        "source",
        sourceShape,
        sourceFormat);

    public static Exception SelfOverlapping() => new ViewOperationException(
        ViewErrorCode.InvalidArgument, "Items of the destination lie on top of each other (a broadcast, windows, or strides below the item size), so a write would not be kept: write to the view it was made from.");

    public static Exception SpanLength(string what, nint given, nint needed) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch, $"{what} holds {given}, but the view has {needed}: give room for {needed}.");

    public static Exception TooLarge(string what, nint bytes, nint limit) => new ViewOperationException(
        ViewErrorCode.InvalidArgument, $"{what} of {bytes} was asked, and .NET holds {limit} at most in one: take a part of the view at a time.");

    public static Exception LeaseReadOnly() => new ViewNotSupportedException(
        ViewErrorCode.ReadOnly, "The view is read-only and gives no writable lease: use LeaseReadOnly().");

    public static Exception NotOneRun(string layout) => new ViewOperationException(
        ViewErrorCode.NotContiguous, $"A span needs the items in one run, but the layout is {layout}: use Rows, View1D or View2D, or copy first with ToArray.");

    public static Exception SpanTooLong(nint items) => new ViewOperationException(
        ViewErrorCode.InvalidArgument, $"A span of {items} items was asked, and a span holds {int.MaxValue} at most: slice the view, or use View1D, which counts in nint.");

    public static Exception SpanType(string format, bool swapped, Type type) => new ItemTypeException(
        ViewErrorCode.FormatMismatch,
        swapped
            ? $"Items of format {Describe.Quote(format)} have a foreign byte order and cannot be lent as {type.Name}: ConvertTo copies them into the machine's own."
            : $"Items of format {Describe.Quote(format)} cannot be lent as {type.Name}: lend them as the format's own type, or Cast the view first.",
        format);

    public static Exception RowNotOneRun(nint stride, nint itemSize) => new ViewOperationException(
        ViewErrorCode.NotContiguous, $"The items of a row lie {stride} bytes apart and are {itemSize} bytes large, so a row is no span: index it, or use Row.");

    public static Exception LeaseReturned() => new ViewReleasedException(
        "Lease", "The lease has been given back, and what it lent with it: take a new one from the view.");

    public static Exception RankMismatch(string what, int wanted, int rank) => new ViewOperationException(
        ViewErrorCode.WrongIndexCount, $"{what} needs a view of rank {wanted}, but this one has rank {rank}: take a sub-view or Reshape.");

    public static Exception NotAnIteration(int rank) => rank == 0
        ? new ViewOperationException(ViewErrorCode.ScalarLength, "A view of rank 0 cannot be iterated: it is one item, view[[]].")
        : new ViewOperationException(ViewErrorCode.WrongIndexCount, $"Items of a view of rank {rank} are not iterated one by one: use Along() for its rows, Items<T>() for all items.");

    public static Exception ViewExported(int count) => new BufferException(
        $"The view cannot be released: it has {Describe.Count(count, "exported buffer")}. Dispose those first.", ViewErrorCode.LoansOut, [new ExportHolder("export of the view", default, null)]);

    public static Exception NotHashable(string format, bool isReadOnly) => new ViewOperationException(
        ViewErrorCode.NotHashable,
        isReadOnly
            ? $"A view of format {Describe.Quote(format)} has no content hash: only views of bytes (B, b, c) have; Cast(\"B\") first."
            : "A writable view has no content hash, because its content may change: hash AsReadOnly(), or a copy.");

    public static Exception NotSearchable(string format, Type type) => new ItemTypeException(
        ViewErrorCode.FormatMismatch, $"Items of format {Describe.Quote(format)} cannot be searched for a {type.Name}: search for a number among numbers, or Cast first.", format);

    public static Exception SearchStart(nint start, nint length) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"A search from {start} was asked of a view of {length}: start is 0 to {length}.", "start");

    public static Exception NoClrArray(string format) => new ViewNotSupportedException(
        ViewErrorCode.FormatUnsupported, $"Items of format {Describe.Quote(format)} have no .NET array: use ToList, ToArray<T> with a struct, or ToBytes.");

    public static Exception NoClrRank(int rank, int most) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, $"An array of rank {rank} was asked, and .NET has arrays of {most} axes at most: Reshape first, or use ToList or ToArray<T>.");

    public static Exception StreamEnd(long position, int count, nint length) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, $"{Describe.Bytes(count)} at {position} pass the end of the view's {length} bytes: a view cannot grow.");

    // What streams throw where CanWrite is false, unlike the view itself.
    public static Exception StreamReadOnly() => new ViewNotSupportedException(
        ViewErrorCode.ReadOnly, "The stream is over a read-only view and cannot write: CanWrite tells.");

    public static Exception StreamSeek(long position) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"Position {position} was asked of a stream: positions are 0 or more.", "offset");

    public static Exception StreamClosed() => new ViewReleasedException(
        "Stream", "The stream has been disposed: take a new one from the view with AsStream().");

    public static Exception StreamLength() => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, "The length of a view's stream cannot be set: a view cannot grow or shrink.");

    public static Exception TextFormat(string format) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"Text format {Describe.Quote(format)} was asked of a view: \"\" names the view, \"g\" prints its items.", "format");

    public static Exception TypedRange(nint start, nint count, nint length) => new ViewArgumentException(
        ViewErrorCode.IndexOutOfRange, $"A range of {count} from {start} passes an axis of length {length}: ranges of typed views do not clamp.");

    public static Exception ElementNeedsGeneric(Type type) => new ItemTypeException(
        ViewErrorCode.FormatMismatch, $"Elements of type {type} have no format: lend arrays of numbers, characters, Complex and structs of those; without a JIT, view a vector through AsMemoryView<T>.", null);

    // A record may have any number of fields; a message names the first.
    private static string FieldNames(ReadOnlySpan<string> names)
    {
        const int Most = 20;
        return string.Join(", ", names[..Math.Min(Most, names.Length)].ToArray()) + (names.Length > Most ? ", ..." : "");
    }
}
