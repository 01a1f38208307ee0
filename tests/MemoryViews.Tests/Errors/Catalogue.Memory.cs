using System.Buffers;
using System.IO;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] MemorySites =>
    [
        new("NegativeLength", () => NativeBuffer.Allocate(-1), "-1", "0 or more"),
        new("UnknownClosePolicy", () => NativeBuffer.Allocate(1).Close((ClosePolicy)9), "9", "Defer"),
        new("BadAlignment", () => NativeBuffer.Allocate(8, alignment: 3), "3", "power of two", "64"),
        new("NullAddress", NullAddress, "5 bytes", "0 bytes"),
        new("OutOfMemory", () => NativeBuffer.Allocate(nint.MaxValue - 1000), "9223372036854774807", "map a file"),
        new("HoldsReferences", () => MemoryBlock.OfArray(new string[1]), "System.String", "numbers"),
        new("Closed", () => Leased(buffer => { buffer.Close(ClosePolicy.Defer); buffer.GetBuffer(BufferRequest.Simple); }), "NativeBuffer", "closed"),
        new("StillHeld", BorrowedAndPinned, "1 holder is out", "ClosePolicy.Wait or Defer"),
        new("LeftBehind", LeaveBehind, "1 thing was not given back", "a block 'forgotten'", "CapturesStacks"),
        new("StillLent", () => Leased(buffer => buffer.Close()), "1 holder is out", "release the views"),
        new("WaitsForItself", () => Leased(buffer => { using Lease lease = buffer.AsMemoryView().Lease(); buffer.Close(ClosePolicy.Wait); }), "this thread", "ClosePolicy.Defer"),
        new("FileRange", () => MappedFile.Open(typeof(MemoryView).Assembly.Location, offset: long.MaxValue), "9223372036854775807", "it has"),
        new("IsDirectory", () => MappedFile.Open(Path.GetTempPath()), Path.GetTempPath(), "directory"),
        new("CannotOpen", () => MappedFile.Open("/no/such/file"), "/no/such/file", "does not exist"),
        new("LoanEnded", () => { BufferExport export = Ints.GetBuffer(BufferRequest.Simple); export.Dispose(); export.Pin(); }, "given back", "Share()"),
        new("IndirectManaged", () => _ = new BufferExport(null, MemoryBlock.OfArray(new long[2]), Layout.Indirect(1, [2], [8], [0]), ItemFormat.UInt8, false), "suboffsets", "NativeBuffer"),
        new("NotARequest", () => Ints.GetBuffer((BufferRequest)0x200), "0x200", "Simple"),
        new("RequestWritable", () => Ints.AsReadOnly().GetBuffer(BufferRequest.Writable), "read-only", "without Writable"),
        new("RequestContiguous", () => Ints.Flip().GetBuffer(BufferRequest.CContiguous), "C-contiguous", "strides (-4,)", "Strides"),
        new("RequestSuboffsets", () => Indirect(v => v.GetBuffer(BufferRequest.Strides)), "suboffsets", "Indirect"),
        new("RequestStrides", () => Ints.Flip().GetBuffer(BufferRequest.Nd), "strides (-4,)", "ask with Strides"),
        new("RequestFormatOnly", () => Ints.GetBuffer(BufferRequest.Format), "format", "add Nd"),
        new("NoLoan", () => _ = new MemoryView(new Exporter(_ => null!)), "Exporter.GetBuffer", "null", "BufferException"),
        new("PinAgain", PinAgain, "cannot be pinned again", "once more"),
    ];

    private static unsafe void NullAddress() => MemoryBlock.Borrow(null, 5, isReadOnly: false);

    private static void LeaveBehind()
    {
        using LeakCheck check = LeakCheck.Start();
        using NativeBuffer buffer = NativeBuffer.Allocate(1);
        buffer.Label = "forgotten";
        check.ThrowIfAny();
    }

    private static unsafe void BorrowedAndPinned()
    {
        byte* bytes = stackalloc byte[4];
        MemoryBlock block = MemoryBlock.Borrow(bytes, 4, isReadOnly: false);
        BufferExport export = new(null, block, Layout.Contiguous(1, [4]), ItemFormat.UInt8, isReadOnly: false);
        using MemoryHandle pin = export.Pin();
        block.Close();
    }

    // A pin's handle is a MemoryHandle, whose IPinnable only memory managers of others see.
    private static void PinAgain()
    {
        using MemoryHandle handle = NativeBuffer.Allocate(4).AsMemoryView().Pin();
        object pinnable = typeof(MemoryHandle).GetField("_pinnable", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(handle)!;
        ((IPinnable)pinnable).Pin(0);
    }
}
