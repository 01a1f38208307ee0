using System;

namespace MemoryViews.Architecture.Tests.Fixtures.MiniHouse;

/// <summary>What the layouts of this house must not know, in every form that a type can be known by.</summary>
internal class Block
{
    public static int Size = IntPtr.Size;

    public static int Length() => 3;

    public static T Make<T>()
        where T : new() => new();
}

internal interface IBlock;

internal enum BlockKind
{
    Managed,
    Native,
}

internal sealed class BlockException : Exception;

internal struct BlockState
{
    public int Word { get; set; }
}
