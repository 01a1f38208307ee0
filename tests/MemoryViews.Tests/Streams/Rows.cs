using System.Linq;

namespace MemoryViews.Tests.Streams;

/// <summary>Views whose rows are long enough to be lent to the I/O as they lie, with a gap behind each.</summary>
internal static class Rows
{
    /// <summary>The bytes of a row.</summary>
    public const int Length = 20_000;

    /// <summary>How many rows there are.</summary>
    public const int Count = 7;

    /// <summary>Row after row with a gap, filled with numbers that repeat with no period of the layout's.</summary>
    public static MemoryView Filled() => Numbers(Count * (Length + 24)).AsMemoryView().Cast("B", [Count, Length + 24])[.., ..Length];

    /// <summary>As <see cref="Filled"/>, zero.</summary>
    public static MemoryView Empty() => new byte[Count * (Length + 24)].AsMemoryView().Cast("B", [Count, Length + 24])[.., ..Length];

    /// <summary>As <see cref="Filled"/>, in native memory.</summary>
    public static MemoryView Native(NativeBuffer buffer)
    {
        MemoryView view = buffer.AsMemoryView().Cast("B", [Count, Length + 24])[.., ..Length];
        view.CopyFrom(Filled());
        return view;
    }

    /// <summary>Memory for <see cref="Native"/>.</summary>
    public static NativeBuffer Allocate() => NativeBuffer.Allocate(Count * (Length + 24));

    /// <summary>0 to 250, over and over.</summary>
    public static byte[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i % 251))];
}
