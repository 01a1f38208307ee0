namespace MemoryViews;

/// <summary>
/// The keys of layouts whose items are exactly a <typeparamref name="T"/>, as <see cref="Layout.Key"/> holds them: "rank 1 of int" is one
/// comparison. Constants once the JIT has compiled the caller for good.
/// </summary>
internal static class ItemKey<T>
    where T : unmanaged
{
    // No view has this tag: structs and booleans always take the slow way.
    private const byte NoTag = 0xFF;

    public static readonly byte Tag = ScalarKinds.Of<T>() is var kind and not (ScalarKind.None or ScalarKind.Boolean) ? (byte)kind : NoTag;

    /// <summary>What a view of such items has; 0 for structs and booleans.</summary>
    public static readonly byte ViewTag = Tag == NoTag ? (byte)0 : Tag;

    public static readonly ushort Rank1 = Layout.KeyOf(1, Tag);

    public static readonly ushort Rank2 = Layout.KeyOf(2, Tag);
}
