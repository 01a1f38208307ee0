using System.IO;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Threading.Tasks;
using MemoryViews.Tests.Reentrancy;
using MemoryViews.Tests.Streams;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] TransportSites =>
    [
        new("RunsBehindPointers", () => Indirect(view => view.ContiguousRuns()), "follows pointers", "AsContiguous"),
        new("RunsTooFarApart", () => Huge().BorrowReadOnlySegments(), "3221225472 bytes", "2147483647", "slice the first axis"),
        new("ManySegments", () => Segments.Of(new byte[2], new byte[3]).AsMemoryView(), "5 items", "CopyToMemoryView"),
        new("SequenceTooLong", () => Segments.Long(3L << 30).CopyToMemoryView(), "3221225472 items", "2147483591", "NativeBuffer"),
        new("TransferCut", TransferCut, "after 65536 of 100000 bytes", "keep the view"),
        new("SourceEnded", () => Bytes.ReadExactly(new MemoryStream([1, 2, 3])), "8 bytes", "ended after 3", "ReadFrom"),
        new("ReaderGone", () => Wait(ReaderGone()), "200000 bytes", "completed after 65536"),
        new("ImpossibleCount", () => Bytes.ReadFrom(new ScriptedStream(read: room => room.Length + 1)), "9 bytes", "room for 8"),
        new("NoRoom", () => Wait(Bytes.CopyToAsync(new UserWriter(static () => []))), "1 byte or more", "GetSpan"),
        new("NotAStreamSocket", () => Wait(OverUdp()), "Dgram", "one message"),
        new("FileOffset", () => Bytes.WriteTo(new(), -1), "-1", "0 or more"),
    ];

    // Never touched, so nothing needs to be there.
    private static unsafe MemoryView Huge()
    {
        MemoryBlock block = MemoryBlock.Borrow((void*)64, (nint)3 << 30, isReadOnly: true);
        return MemoryView.Over(new(null, block, Layout.Contiguous(1, [block.Length]), ItemFormat.Parse("B"), isReadOnly: true));
    }

    private static void TransferCut()
    {
        MemoryView view = new byte[200_000].AsMemoryView();
        view[(..).By(2)].CopyTo(new ScriptedStream(write: _ => view.Dispose()));
    }

    private static async Task ReaderGone()
    {
        Pipe pipe = new(new PipeOptions(minimumSegmentSize: 1 << 16, pauseWriterThreshold: 0));
        await pipe.Reader.CompleteAsync();
        await new byte[200_000].AsMemoryView().CopyToAsync(pipe.Writer);
    }

    private static async Task OverUdp()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await Bytes.SendAsync(socket);
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
