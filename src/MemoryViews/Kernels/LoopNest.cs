using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// The one loop nest of the library: every bulk operation is a row kernel walked by it. It hands out rows as long as layout and order
/// allow, forms no reference for an empty layout, allocates nothing, and is a loop, not a recursion, whatever the rank.
/// <code>
///   axes   0 ... last pointer axis | the rest
///          index by index, pointers  planned once: dropped, flipped, sorted, merged into rows
///          read and followed
/// </code>
/// </summary>
internal static class LoopNest
{
    /// <summary>Walks one operand; false when the kernel stopped the walk.</summary>
    /// <param name="a">The operand.</param>
    /// <param name="order">Whether items may be reordered.</param>
    /// <param name="kernel">What is done to a row.</param>
    public static bool Run<TKernel>(scoped in Operand a, LoopOrder order, scoped ref TKernel kernel)
        where TKernel : struct, IRowKernel, allows ref struct
    {
        Alone<TKernel> alone = new(kernel);
        bool finished = Run(in a, in a, order, ref alone);
        kernel = alone.Kernel;
        return finished;
    }

    /// <summary>Walks two operands of one shape in step; false when the kernel stopped the walk.</summary>
    /// <param name="a">The operand that decides the order: the destination, where there is one.</param>
    /// <param name="b">The other operand.</param>
    /// <param name="order">Whether items may be reordered.</param>
    /// <param name="kernel">What is done to a pair of rows.</param>
    public static bool Run<TKernel>(scoped in Operand a, scoped in Operand b, LoopOrder order, scoped ref TKernel kernel)
        where TKernel : struct, IRowKernel2, allows ref struct
    {
        nint count = a.Layout.ItemCount;
        if (count == 0)
        {
            return true;
        }

        // Most calls: no plan is needed for what is one row already. A negative stride in free order is worth a plan, which turns it.
        if (TryRow(in a.Layout, out nint strideA) && TryRow(in b.Layout, out nint strideB) && (strideA >= 0 || order == LoopOrder.C))
        {
            return kernel.Row(ref a.First, strideA, ref b.First, strideB, count);
        }

        return Walk(in a, in b, order, ref kernel);
    }

    private static bool TryRow(in Layout layout, out nint stride)
    {
        stride = layout.ItemSize;
        if (layout.IsCContiguous)
        {
            return true;
        }

        bool isRow = layout.Rank == 1 && !layout.IsIndirect;
        stride = isRow ? layout.Strides[0] : 0;
        return isRow;
    }

    // Apart from the fast path, whose frame then has no stack allocation to set up.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Walk<TKernel>(scoped in Operand a, scoped in Operand b, LoopOrder order, scoped ref TKernel kernel)
        where TKernel : struct, IRowKernel2, allows ref struct
    {
        int outer = Math.Max(a.PointerAxes, b.PointerAxes);
        int inner = LoopPlan.ScratchFor(a.Layout.Rank - outer);
        Span<nint> scratch = stackalloc nint[inner + outer];
        Span<nint> index = scratch[inner..];
        LoopPlan plan = new(in a.Layout, in b.Layout, outer, order, scratch[..inner]);
        do
        {
            if (!WalkRows(plan, ref a.Follow(index), ref b.Follow(index), ref kernel))
            {
                return false;
            }
        }
        while (LoopPlan.NextIndex(index, a.Layout.Shape));

        return true;
    }

    private static bool WalkRows<TKernel>(scoped LoopPlan plan, scoped ref byte a, scoped ref byte b, scoped ref TKernel kernel)
        where TKernel : struct, IRowKernel2, allows ref struct
    {
        nint offsetA = plan.StartA, offsetB = plan.StartB;
        do
        {
            ref byte rowA = ref Unsafe.AddByteOffset(ref a, offsetA);
            ref byte rowB = ref Unsafe.AddByteOffset(ref b, offsetB);
            if (!kernel.Row(ref rowA, plan.RowStrideA, ref rowB, plan.RowStrideB, plan.RowCount))
            {
                return false;
            }
        }
        while (plan.NextRow(ref offsetA, ref offsetB));

        return true;
    }

    // One operand is walked as two that are the same: one plan, one driver, and every merge or flip of the pair is one of the operand.
    private ref struct Alone<TKernel>(TKernel kernel) : IRowKernel2
        where TKernel : struct, IRowKernel, allows ref struct
    {
        public TKernel Kernel = kernel;

        public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count) => Kernel.Row(ref a, strideA, count);
    }
}
