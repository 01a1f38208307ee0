using System;
using System.Collections.Generic;

namespace MemoryViews.Architecture.Tests.Fixtures.MiniHouse;

// Layouts may know Errors alone; every type here knows Memory in one way, which the checker must see.
internal sealed class ByBaseType : Block;

internal sealed class ByInterface : IBlock;

internal sealed class ByConstraint<T>
    where T : Block
{
    public T? Value { get; set; }
}

[Tag(typeof(Block))]
internal sealed class ByAttribute;

internal sealed class ByField
{
    public readonly List<BlockKind> Kinds = [];
}

internal static class ByParameter
{
    public static bool IsNull(Block? block) => block is null;
}

internal static class ByCall
{
    public static int Twice() => 2 * Block.Length();
}

internal static class ByStaticField
{
    public static int Twice() => 2 * Block.Size;
}

internal static class ByCatch
{
    public static bool Holds(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (BlockException)
        {
            return true;
        }
    }
}

internal static class ByTypeOf
{
    public static string Name() => typeof(Block).Name;
}

internal static class ByLocal
{
    public static int Word()
    {
        Span<BlockState> states = stackalloc BlockState[2];
        return states[1].Word;
    }
}

internal static class ByClosure
{
    public static Func<int> Twice(int factor) => () => factor * Block.Length();
}

internal static class ByIterator
{
    public static IEnumerable<int> Lengths()
    {
        yield return Block.Length();
    }
}

internal static class ByTypeArgument
{
    public static object Make() => Block.Make<List<BlockState>>();
}

internal static class AfterASwitch
{
    // The table of a switch is the one operand without a fixed size: a call behind it must still be read.
    public static int Of(int value) => value switch
    {
        0 => 11,
        1 => 5,
        2 => 7,
        3 => 40,
        _ => Block.Length(),
    };
}
