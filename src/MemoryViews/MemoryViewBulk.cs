using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>An operation over the items of one view. It may be run several times, on pieces.</summary>
internal interface IBulk
{
    /// <summary>What is done to the items.</summary>
    static abstract MemoryUse Use { get; }

    /// <summary>Whether pieces must come in C order. Others are cut where they become shortest.</summary>
    static abstract bool IsOrdered { get; }

    /// <summary>Handles a piece; false ends the operation.</summary>
    bool Run(scoped in Operand a);
}

/// <summary>An operation over the items of two views of one shape, in step.</summary>
internal interface IBulk2
{
    /// <summary>What is done to the first view's items; the second one's are read.</summary>
    static abstract MemoryUse Use { get; }

    /// <summary>Whether pieces must come in C order, because the operation ends somewhere or says where. Others are cut where pieces become shortest.</summary>
    static abstract bool IsOrdered { get; }

    /// <summary>Handles a pair of pieces; false ends the operation.</summary>
    bool Run(scoped in Operand a, scoped in Operand b);
}

/// <summary>
/// The way from a view to the kernels: memory is entered for exactly the bytes an operation touches, handed on as operands, and left again.
/// Memory that opens only so many bytes at once is taken in halves of an axis, of the first one where pieces must come in C order.
/// </summary>
internal static class MemoryViewBulk
{
    public static bool Run<TBulk>(BufferExport loan, in Layout layout, ref TBulk bulk)
        where TBulk : struct, IBulk, allows ref struct
    {
        if (layout.ItemCount == 0)
        {
            loan.Enter(0, 0).Dispose(); // nothing to touch, but memory that is closed still says so
            return true;
        }

        (nint low, nint high) = layout.Bounds;
        if (high - low > loan.MostAtOnce && layout.AxisToSplit(TBulk.IsOrdered) is >= 0 and int axis)
        {
            (Layout first, Layout second) = layout.SplitAt(axis);
            return Run(loan, in first, ref bulk) && Run(loan, in second, ref bulk);
        }

        using MemoryScope scope = loan.Enter(low, high, TBulk.Use);
        bool goesOn = bulk.Run(new Operand(ref scope.Origin, scope.Place(in layout)));
        if (TBulk.Use != MemoryUse.Read)
        {
            scope.Commit(in layout);
        }

        return goesOn;
    }

    public static bool Run<TBulk>(BufferExport loanA, in Layout a, BufferExport loanB, in Layout b, ref TBulk bulk)
        where TBulk : struct, IBulk2, allows ref struct
    {
        Debug.Assert(a.Shape.SequenceEqual(b.Shape), "Operands of one operation have one shape.");
        if (a.ItemCount == 0)
        {
            return true;
        }

        (nint lowA, nint highA) = a.Bounds;
        (nint lowB, nint highB) = b.Bounds;
        bool isLongA = highA - lowA > loanA.MostAtOnce;
        bool isLong = isLongA || highB - lowB > loanB.MostAtOnce;
        if (isLong && (isLongA ? a : b).AxisToSplit(TBulk.IsOrdered) is >= 0 and int axis)
        {
            (Layout firstA, Layout secondA) = a.SplitAt(axis);
            (Layout firstB, Layout secondB) = b.SplitAt(axis);
            return Run(loanA, in firstA, loanB, in firstB, ref bulk) && Run(loanA, in secondA, loanB, in secondB, ref bulk);
        }

        using MemoryScope scopeB = loanB.Enter(lowB, highB);
        using MemoryScope scopeA = loanA.Enter(lowA, highA, TBulk.Use);
        bool goesOn = bulk.Run(new Operand(ref scopeA.Origin, scopeA.Place(in a)), new Operand(ref scopeB.Origin, scopeB.Place(in b)));
        if (TBulk.Use != MemoryUse.Read)
        {
            scopeA.Commit(in a);
        }

        return goesOn;
    }

    /// <summary>Copies items of one size and shape, as if the source had been copied first.</summary>
    public static void Copy(BufferExport to, in Layout destination, BufferExport from, in Layout source)
    {
        if (destination.ItemCount == 0)
        {
            return;
        }

        if (!destination.IsContiguous && destination.IsSelfOverlapping)
        {
            throw Error.SelfOverlapping();
        }

        bool isOneMove = IsOneMove(in destination, in source) && !AreTwoMappings(to, from) && !NeedsPieces(to, in destination) && !NeedsPieces(from, in source);
        if (!isOneMove && Meet(to, in destination, from, in source))
        {
            CopyStaged(to, in destination, from, in source);
            return;
        }

        CopyBulk copy = default;
        Run(to, in destination, from, in source, ref copy);
    }

    /// <summary>
    /// Whether the operands may share a byte. Parts of one object are compared by offset, parts of one file by their place in it, however often
    /// it is mapped; everything else by address: an address in a managed object that moves meanwhile belongs to memory that nothing else can
    /// name, so a wrong answer is only ever "yes".
    /// </summary>
    public static bool Meet(BufferExport loanA, in Layout a, BufferExport loanB, in Layout b)
    {
        object? baseA = loanA.Base, baseB = loanB.Base;
        if (baseA is not null && baseB is not null)
        {
            return ReferenceEquals(baseA, baseB) && Layout.Overlap(in a, loanA.Start, in b, loanB.Start);
        }

        if (baseA is null && baseB is null && loanA.Memory.File is { } fileA && loanB.Memory.File is { } fileB)
        {
            return fileA.IsSameFile(fileB) && Layout.Overlap(in a, (nint)fileA.Offset, in b, (nint)fileB.Offset);
        }

        return !loanA.IsChecked && !loanB.IsChecked && Layout.Overlap(in a, AddressOf(loanA), in b, AddressOf(loanB));
    }

    private static bool NeedsPieces(BufferExport loan, in Layout layout)
    {
        (nint low, nint high) = layout.Bounds;
        return high - low > loan.MostAtOnce;
    }

    // A move handles overlap by itself, when both sides are one run in one order. Of several moves, one may write what the next will read.
    private static bool IsOneMove(in Layout a, in Layout b) => (a.IsCContiguous && b.IsCContiguous) || (a.IsFContiguous && b.IsFContiguous);

    // A move tells overlap by addresses, and a file that is mapped twice has two for every byte.
    private static bool AreTwoMappings(BufferExport a, BufferExport b)
        => a.Base is null && b.Base is null && a.Memory is { File: not null } one && b.Memory is { File: not null } two && !ReferenceEquals(one, two);

    private static void CopyStaged(BufferExport to, in Layout destination, BufferExport from, in Layout source)
    {
        using Scratch scratch = new(source.ByteLength);
        GatherBulk gather = new(ref scratch.Origin);
        Run(from, in source, ref gather);
        ScatterBulk scatter = new(ref scratch.Origin);
        Run(to, in destination, ref scatter);
    }

    private static unsafe nint AddressOf(BufferExport loan)
        => loan.Base is { } managed ? (nint)Unsafe.AsPointer(ref ObjectBytes.At(managed, loan.Start)) : loan.Start;

    private struct CopyBulk : IBulk2
    {
        public static MemoryUse Use => MemoryUse.Overwrite;

        public static bool IsOrdered => false;

        public bool Run(scoped in Operand a, scoped in Operand b)
        {
            CopyKernels.Run(in a, in b);
            return true;
        }
    }
}

/// <summary>Reads all items in C order into one run.</summary>
internal ref struct GatherBulk(ref byte destination) : IBulk
{
    public static MemoryUse Use => MemoryUse.Read;

    public static bool IsOrdered => true;

    private readonly ref byte _destination = ref destination;
    private nint _done;

    public bool Run(scoped in Operand a)
    {
        GatherRow row = new(ref Unsafe.AddByteOffset(ref _destination, _done), a.Layout.ItemSize);
        LoopNest.Run(in a, LoopOrder.C, ref row);
        _done += a.Layout.ByteLength;
        return true;
    }
}

/// <summary>Writes all items in C order from one run.</summary>
internal ref struct ScatterBulk(ref byte source) : IBulk
{
    public static MemoryUse Use => MemoryUse.Overwrite;

    public static bool IsOrdered => true;

    private readonly ref byte _source = ref source;
    private nint _done;

    public bool Run(scoped in Operand a)
    {
        ScatterRow row = new(ref Unsafe.AddByteOffset(ref _source, _done), a.Layout.ItemSize);
        LoopNest.Run(in a, LoopOrder.C, ref row);
        _done += a.Layout.ByteLength;
        return true;
    }
}
