using System;
using System.Globalization;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception RunsBehindPointers(string layout) => new ViewNotSupportedException(
        ViewErrorCode.NotExpressible, $"The runs of a view that follows pointers were asked ({layout}): they lie in other memory. Index the axis first, or take AsContiguous.");

    public static Exception RunsTooFarApart(nint extent) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported,
        $"Runs that span {Describe.Bytes(extent)} were asked as one list of memory, which reaches over {int.MaxValue}: slice the first axis, or use the transfers of the view, which take any length.");

    public static Exception ManySegments(long length) => new ViewNotSupportedException(
        ViewErrorCode.NotExpressible,
        string.Create(CultureInfo.InvariantCulture, $"A view was asked of {length} items in several segments, which are not one memory: CopyToMemoryView copies them, or view each segment."));

    public static Exception SequenceTooLong(long length) => new InsufficientViewMemoryException(
        string.Create(CultureInfo.InvariantCulture, $"A copy of {length} items was asked, and an array holds {Array.MaxLength}: copy the segments into a NativeBuffer one by one."), null);

    public static Exception TransferCut(nint done, nint total) => new ViewReleasedException(
        nameof(MemoryView), $"The view's memory was given back after {done} of {Describe.Bytes(total)} had been moved: keep the view until the transfer has ended.");

    public static Exception SourceEnded(nint done, nint total) => new ViewStreamEndException(
        $"{Describe.Bytes(total)} were to be read into the view, but the source ended after {done}: those were stored. ReadFrom and Receive take what there is.", done, total);

    public static Exception ReaderGone(nint done, nint total) => new ViewStreamEndException(
        $"{Describe.Bytes(total)} were to be written to the pipe, but its reader completed after {done}: the reader must take all of them.", done, total);

    public static Exception NotAStreamSocket(string type) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, $"A transfer over a socket of type {type} was asked, which sends messages: use a Stream socket, or send ToBytes or BorrowReadOnlyMemory as one message.");

    public static Exception ImpossibleCount(nint count, nint most) => new ViewOperationException(
        ViewErrorCode.ProtocolMisuse, $"A source said that it had read {count} bytes into room for {most}: a source gives 0 to that many, 0 at its end only.");

    public static Exception NoRoom() => new ViewOperationException(
        ViewErrorCode.ProtocolMisuse, "A pipe was asked for room for 1 byte or more and gave none: a PipeWriter's GetSpan gives as much as it is asked for.");

    public static Exception FileOffset(long offset) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"Byte {offset} of a file was asked: offsets are 0 or more.", "fileOffset");
}
