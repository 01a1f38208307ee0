using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>When two items are the same: by bytes, by value, by truth. Comparing, finding and counting are written once over it.</summary>
internal interface ISame
{
    /// <summary>Whether equal bytes are the whole meaning, so that runs may be compared as bytes.</summary>
    static abstract bool IsExact { get; }

    /// <summary>Whether two items are the same.</summary>
    bool Same(scoped ref byte x, scoped ref byte y);
}

/// <summary>Equal bytes, for the item sizes that are machine words.</summary>
internal readonly struct SameBytes<T> : ISame
    where T : unmanaged, IEquatable<T>
{
    public static bool IsExact => true;

    public bool Same(scoped ref byte x, scoped ref byte y) => Unsafe.ReadUnaligned<T>(ref x).Equals(Unsafe.ReadUnaligned<T>(ref y));
}

/// <summary>Equal bytes, for any item size.</summary>
internal readonly struct SameAnyBytes(int itemSize) : ISame
{
    public static bool IsExact => true;

    public bool Same(scoped ref byte x, scoped ref byte y)
        => MemoryMarshal.CreateReadOnlySpan(ref x, itemSize).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref y, itemSize));
}
