using System;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception LoanEnded() => new ViewReleasedException(
        nameof(MemoryView), "The loan behind this view has been given back: make a new view, or take a second holder with Share() before the first is disposed.");

    public static Exception NoLoan(string exporter) => new ViewArgumentException(
        ViewErrorCode.ProtocolMisuse, $"{exporter}.GetBuffer gave null: it has to give a loan, or to throw a BufferException that says why not.", "exporter");

    public static Exception IndirectManaged() => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, "A layout with pointers (suboffsets) was laid over managed memory, which moves: put the pointer table into native memory (NativeBuffer, MemoryBlock.Borrow).");

    public static Exception NotARequest(int request) => new ViewArgumentException(
        ViewErrorCode.ProtocolMisuse, $"0x{request:x} is no buffer request: READ and WRITE belong to C helpers; ask for Simple, Writable or the like.", "request");

    public static Exception RequestWritable() => new BufferException(
        "A writable buffer was asked for, but the memory is read-only: ask without Writable.", ViewErrorCode.RequestRefused);

    public static Exception RequestContiguous(string wanted, string layout, bool isIndirect) => new BufferException(
        $"A {wanted} buffer was asked for, but the layout is {layout}: ask with Strides{(isIndirect ? " and Indirect" : "")}, or copy first.", ViewErrorCode.RequestRefused);

    public static Exception RequestSuboffsets(string layout) => new BufferException(
        $"The layout follows pointers ({layout}), and the request does not take suboffsets: ask with Indirect, or copy first.", ViewErrorCode.RequestRefused);

    public static Exception RequestStrides(string layout) => new BufferException(
        $"A buffer without strides was asked for, but the layout is not C-contiguous ({layout}): ask with Strides, or copy first.", ViewErrorCode.RequestRefused);

    public static Exception RequestFormatOnly() => new BufferException(
        "A format was asked for without a shape, but without a shape a buffer is plain bytes: add Nd, or leave Format out.", ViewErrorCode.RequestRefused);

    public static Exception PinAgain() => new ViewOperationException(
        ViewErrorCode.ProtocolMisuse, "This pin is one address and cannot be pinned again: call Pin on the view once more.");
}
