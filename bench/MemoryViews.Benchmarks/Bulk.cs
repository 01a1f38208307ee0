using System;

namespace MemoryViews.Benchmarks;

/// <summary>Bulk operations on 256 KiB beside the spans of .NET, with the promise that none of them allocates.</summary>
internal static class Bulk
{
    private const int Bytes = 256 * 1024;
    private const int Items = Bytes / sizeof(int);

    public static Row[] Rows()
    {
        int[] a = new int[Items], b = new int[Items];
        MemoryView from = a.AsMemoryView(), to = b.AsMemoryView();
        MemoryView even = from[(..).By(2)], half = new int[Items / 2].AsMemoryView();
        byte[] bytes = new byte[Bytes];
        MemoryView haystack = bytes.AsMemoryView();
        return
        [
            new("Span.CopyTo 256 KiB", 1, () => CopySpan(a, b)),
            new("view.CopyTo(view) 256 KiB", 1, () => Do(from, to, static (x, y) => x.CopyTo(y)), null, 0, "Span.CopyTo 256 KiB"),
            new("strided view.CopyTo(view), 128 KiB", 1, () => Do(even, half, static (x, y) => x.CopyTo(y)), null, 0, "Span.CopyTo 256 KiB"),
            new("Span.SequenceEqual 256 KiB", 1, () => Flag(a.AsSpan().SequenceEqual(b))),
            new("view.ContentEquals(view) 256 KiB", 1, () => Flag(from.ContentEquals(to)), null, 0, "Span.SequenceEqual 256 KiB"),
            new("Span.IndexOf(byte) 256 KiB", 1, () => Flag(bytes.AsSpan().IndexOf((byte)1) >= 0)),
            new("view.IndexOf((byte)1) 256 KiB", 1, () => Flag(haystack.IndexOf((byte)1) >= 0), null, 0, "Span.IndexOf(byte) 256 KiB"),
            new("view.Count((byte)1) 256 KiB", 1, () => Flag(haystack.Count((byte)1) > 0), null, 0, "Span.IndexOf(byte) 256 KiB"),
            new("view.IndexOf(\"PNG\"u8) 256 KiB", 1, () => Flag(haystack.IndexOf("PNG"u8) >= 0), null, 0, "Span.IndexOf(byte) 256 KiB"),
            new("view.Fill(7) 256 KiB", 1, () => Do(to, to, static (x, _) => x.Fill(0)), null, 0, "Span.CopyTo 256 KiB"),
        ];
    }

    private static object? CopySpan(int[] a, int[] b)
    {
        a.AsSpan().CopyTo(b);
        return null;
    }

    private static object? Do(MemoryView a, MemoryView b, Action<MemoryView, MemoryView> body)
    {
        body(a, b);
        return null;
    }

    private static string? Flag(bool found) => found ? "found" : null;
}
