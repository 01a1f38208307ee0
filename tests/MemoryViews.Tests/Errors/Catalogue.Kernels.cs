namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static ItemFormat IntFormat => ItemFormat.Of<int>();

    private static Provocation[] KernelsSites =>
    [
        new("HexTooLong", () => Bytes[..1].BroadcastTo(1 << 30).ToHexString(), "1073741824 bytes", "slice"),
        new("ListTooLong", () => Bytes[..1].BroadcastTo(unchecked((nint)(1L << 40))).ToList(), "1099511627776", "slice"),
        new("ConvertNotScalar", () => new byte[16].AsMemoryView().Cast("T{I:id:3I:sides:}").ConvertTo(new int[1].AsMemoryView()), "T{I:id:3I:sides:}", "'i'", "fields"),
        new("PatternTooLong", HugePattern, "2147483647 bytes", "2147483590"),
    ];

    // A pattern as long as a span can be, which no window is longer than. Neither it nor the view is touched before it is refused.
    private static unsafe void HugePattern()
    {
        using System.Buffers.MemoryHandle pattern = s_long.AsMemoryView().Pin();
        Bytes[..1].BroadcastTo(unchecked((nint)(1L << 40))).IndexOf(new System.ReadOnlySpan<byte>(pattern.Pointer, int.MaxValue));
    }
}
