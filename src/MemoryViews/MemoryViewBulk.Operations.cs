using System;

namespace MemoryViews;

// What the view asks of the kernels, one small structure an operation: each remembers how far earlier pieces came.

/// <summary>Items in C order into a span of a .NET type.</summary>
internal ref struct TypedGather<T>(ItemFormat format, Span<T> destination) : IBulk
    where T : unmanaged
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => true;

    private Span<T> _rest = destination;

    public bool Run(scoped in Operand a)
    {
        int count = (int)a.Layout.ItemCount;
        TypedKernels.CopyTo(in a, format, _rest[..count]);
        _rest = _rest[count..];
        return true;
    }
}

/// <summary>Items in C order from a span of a .NET type. A value that does not fit is found before a piece is written, so there may be one piece only.</summary>
internal readonly ref struct TypedScatter<T>(ItemFormat format, ReadOnlySpan<T> source) : IBulk
    where T : unmanaged
{
    public static MemoryUse Use => MemoryUse.Update;

    public static bool IsOrdered => true;

    private readonly ReadOnlySpan<T> _source = source;

    public bool Run(scoped in Operand a)
    {
        TypedKernels.CopyFrom(in a, format, _source);
        return true;
    }
}

/// <summary>One item's bytes into every item.</summary>
internal readonly ref struct FillBulk(ReadOnlySpan<byte> item) : IBulk
{
    public static MemoryUse Use => MemoryUse.Overwrite;

    public static bool IsOrdered => false;

    private readonly ReadOnlySpan<byte> _item = item;

    public bool Run(scoped in Operand a)
    {
        FillKernels.Run(in a, _item);
        return true;
    }
}

/// <summary>The check that all items fit another format; writes nothing.</summary>
internal readonly struct ConvertCheck(ItemFormat to, nint toSize, ItemFormat from) : IBulk
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => true;

    public bool Run(scoped in Operand a)
    {
        ConvertKernels.Check(to, toSize, in a, from);
        return true;
    }
}

/// <summary>Items by value into another format.</summary>
internal readonly struct ConvertBulk(ItemFormat to, ItemFormat from) : IBulk2
{
    public static MemoryUse Use => MemoryUse.Update;

    public static bool IsOrdered => false;

    public bool Run(scoped in Operand a, scoped in Operand b)
    {
        ConvertKernels.Run(in a, to, in b, from);
        return true;
    }
}

/// <summary>Whether all items are equal, whichever differs first.</summary>
internal readonly struct SameBulk(ItemFormat formatA, ItemFormat formatB) : IBulk2
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => false;

    public bool Run(scoped in Operand a, scoped in Operand b) => CompareKernels.AllSame(in a, formatA, in b, formatB);
}

/// <summary>The first item that differs, as a flat index in C order.</summary>
internal struct MismatchBulk(ItemFormat formatA, ItemFormat formatB) : IBulk2
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => true;

    private nint _before;

    /// <summary>The index, or -1.</summary>
    public nint Found { get; private set; } = -1;

    public bool Run(scoped in Operand a, scoped in Operand b)
    {
        nint at = CompareKernels.FirstMismatch(in a, formatA, in b, formatB);
        Found = at < 0 ? -1 : _before + at;
        _before += a.Layout.ItemCount;
        return at < 0;
    }
}

/// <summary>How many items have given bytes or, for floating point and booleans, a given value.</summary>
internal ref struct CountBulk(ItemFormat format, ReadOnlySpan<byte> item) : IBulk
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => false;

    private readonly ReadOnlySpan<byte> _item = item;

    public nint Total { get; private set; }

    public bool Run(scoped in Operand a)
    {
        Total += SearchKernels.Count(in a, format, _item);
        return true;
    }
}

/// <summary>The first such item at or behind a flat index.</summary>
internal ref struct IndexOfBulk(ItemFormat format, ReadOnlySpan<byte> item, nint start) : IBulk
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => true;

    private readonly ReadOnlySpan<byte> _item = item;
    private nint _before;

    /// <summary>The index, or -1.</summary>
    public nint Found { get; private set; } = -1;

    public bool Run(scoped in Operand a)
    {
        nint count = a.Layout.ItemCount, from = Math.Max(0, start - _before);
        nint at = from < count ? SearchKernels.IndexOf(in a, format, _item, from) : -1;
        Found = at < 0 ? -1 : _before + at;
        _before += count;
        return at < 0;
    }
}
