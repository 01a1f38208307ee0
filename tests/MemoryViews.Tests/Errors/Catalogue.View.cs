using System.IO;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] ViewSites =>
    [
        new("Released", () => Use(v => { v.Release(); _ = v[0]; }), "released", "Share()"),
        new("ReadOnly", () => Ints.AsReadOnly().Fill(1), "read-only", "writable"),
        new("ScalarLength", () => _ = Ints[..1].Reshape().Length, "rank 0", "view[[]]"),
        new("UnreadableItems", () => _ = Bytes.Cast("O")[0], "'O'", "Cast(\"B\")"),
        new("ItemTypeMismatch", () => Bytes.Get<Views.TypedItemTests.Point>(0), "'B'", "1 byte", "Point", "8 bytes"),
        new("ItemSizeMismatch", () => Bytes.WithLayout(ItemFormat.Parse("h"), Layout.Contiguous(1, [2])), "'h'", "2 bytes", "item size 2"),
        new("UnknownField", () => _ = Records["price"], "'price'", "id, sides"),
        new("UnknownField", () => _ = ((Record)Records[0]!)["price"], "'price'", "id, sides"),
        new("CastSize", () => Bytes.Cast("0s"), "'0s'", "8 bytes", "1 to"),
        new("CastRemainder", () => Bytes[..7].Cast("i"), "7 bytes", "'i'", "3 left over", "slice to 4"),
        new("CastNotContiguous", () => Bytes.Flip().Cast("h"), "strides (-1,)", "ToArray"),
        new("StructureMismatch", () => Ints.CopyTo(Grid), "'i'", "(3,)", "(2, 3)", "ConvertTo"),
        new("SelfOverlapping", () => Bytes.WithLayout(ItemFormat.Of<byte>(), Layout.Strided(1, [2], [0])).CopyFrom<byte>([1, 2]), "top of each other", "made from"),
        new("SpanLength", () => Ints.CopyTo<int>(new int[2]), "2", "3"),
        new("TooLarge", () => Bytes[..1].BroadcastTo(unchecked((nint)(1L << 40))).ToBytes(), "1099511627776", "part of the view"),
        new("LeaseReadOnly", () => Ints.AsReadOnly().Lease(), "read-only", "LeaseReadOnly()"),
        new("NotOneRun", () => Use(v => { using Lease lease = v.Flip().Lease(); lease.Span<int>(); }), "strides (-4,)", "View1D"),
        new("SpanTooLong", () => Use(v => { using ReadOnlyLease lease = Long().LeaseReadOnly(); lease.Bytes.ToArray(); }), "2147483648", "2147483647", "slice"),
        new("SpanType", () => Use(v => { using Lease lease = v.Lease(); lease.Span<float>(); }), "'i'", "Single", "Cast"),
        new("SpanType", () => Use(v => { using Lease lease = v.Cast(">i").Lease(); lease.Span<int>(); }), "'>i'", "foreign byte order", "ConvertTo"),
        new("RowNotOneRun", () => Use(v => { using Lease lease = Grid.Flip(1).Lease(); lease.View2D<int>().RowSpan(0); }), "-4", "4"),
        new("LeaseReturned", () => Use(v => { Lease lease = Native().Lease(); lease.Dispose(); lease.Bytes.Clear(); }), "given back"),
        new("RankMismatch", () => Grid.IndexOf([1, 2]), "rank 1", "rank 2", "Reshape"),
        new("NotAnIteration", () => Grid.GetEnumerator(), "rank 2", "Along()", "Items<T>()"),
        new("ViewExported", () => Use(v => { using BufferExport export = v.GetBuffer(BufferRequest.Simple); v.Release(); }), "1 exported buffer", "Dispose"),
        new("NotHashable", () => Bytes.ContentHashCode(), "writable", "AsReadOnly()"),
        new("NotSearchable", () => Ints.IndexOf(System.Numerics.Complex.One), "'i'", "Complex", "Cast"),
        new("SearchStart", () => Ints.IndexOf(0, 4), "4", "0 to 3"),
        new("NoClrArray", () => Records.ToArray(), "T{I:id:3I:sides:}", "ToList"),
        new("NoClrRank", () => Ints[..1].Reshape([.. System.Linq.Enumerable.Repeat((nint)1, 33)]).ToArray(), "rank 33", "32 axes", "ToList"),
        new("StreamEnd", () => Bytes.AsStream().Write(new byte[9]), "9 bytes at 0", "8 bytes"),
        new("StreamReadOnly", () => Bytes.AsReadOnly().AsStream().Write([1]), "read-only", "CanWrite"),
        new("StreamSeek", () => Bytes.AsStream().Seek(-1, SeekOrigin.Begin), "-1", "0 or more"),
        new("StreamClosed", () => { System.IO.Stream stream = Bytes.AsStream(); stream.Dispose(); _ = stream.Length; }, "disposed", "AsStream()"),
        new("StreamLength", () => Bytes.AsStream().SetLength(1), "cannot grow"),
        new("TextFormat", () => Bytes.ToString("x", null), "'x'", "\"g\""),
        new("TypedRange", () => Use(v => { using Lease lease = v.Lease(); _ = lease.View1D<int>()[2..5]; }), "3", "from 2", "length 3"),
        new("ElementNeedsGeneric", Pointers, "Int32*", "numbers"),
    ];

    private static void Use(System.Action<MemoryView> use) => use(Ints);

    private static unsafe void Pointers() => ((System.Array)new int*[1]).AsMemoryView();

    private static MemoryView Long()
    {
        Layout layout = Layout.Contiguous(1, [unchecked((nint)(1L << 31))]);
        return s_long.AsMemoryView().WithLayout(ItemFormat.Of<byte>(), layout);
    }

    private static MemoryView Native() => NativeBuffer.Allocate(8).AsMemoryView();

    // Never touched: only its length counts.
    private static readonly NativeBuffer s_long = NativeBuffer.Allocate(unchecked((nint)(1L << 31)), zeroed: false);
}
