namespace MemoryViews;

/// <summary>Comparisons of two layouts of one shape, item by item, stopping at the first difference.</summary>
internal static class CompareKernels
{
    /// <summary>The flat C-order index of the first item whose bytes differ; -1 when none does. Items of two sizes differ at once.</summary>
    public static nint FirstByteMismatch(scoped in Operand a, scoped in Operand b)
    {
        if (a.Layout.ItemSize != b.Layout.ItemSize)
        {
            return a.Layout.ItemCount == 0 ? -1 : 0;
        }

        MismatchTask task = new(in a, in b, LoopOrder.C);
        return Sameness.OfBytes(a.Layout.ItemSize, ref task);
    }

    /// <summary>
    /// The flat C-order index of the first item whose value differs, as Python's <c>==</c> on items has it; -1 when none does. NaN differs
    /// from itself, -0.0 equals 0.0, any truth equals any other, integers equal floats of their value.
    /// </summary>
    /// <param name="a">One side.</param>
    /// <param name="formatA">Its format.</param>
    /// <param name="b">The other side, of the same shape.</param>
    /// <param name="formatB">Its format.</param>
    public static nint FirstMismatch(scoped in Operand a, ItemFormat formatA, scoped in Operand b, ItemFormat formatB)
    {
        MismatchTask task = new(in a, in b, LoopOrder.C);
        return Sameness.OfItems(formatA, a.Layout.ItemSize, formatB, b.Layout.ItemSize, ref task);
    }

    /// <summary>
    /// Whether no item's value differs: what <see cref="FirstMismatch"/> would say, in whatever order walks both memories best.
    /// </summary>
    /// <param name="a">One side.</param>
    /// <param name="formatA">Its format.</param>
    /// <param name="b">The other side, of the same shape.</param>
    /// <param name="formatB">Its format.</param>
    public static bool AllSame(scoped in Operand a, ItemFormat formatA, scoped in Operand b, ItemFormat formatB)
    {
        MismatchTask task = new(in a, in b, LoopOrder.Free);
        return Sameness.OfItems(formatA, a.Layout.ItemSize, formatB, b.Layout.ItemSize, ref task) < 0;
    }

    private readonly ref struct MismatchTask : ISameTask
    {
        private readonly Operand _a;
        private readonly Operand _b;
        private readonly LoopOrder _order;

        public MismatchTask(in Operand a, in Operand b, LoopOrder order)
        {
            _a = a;
            _b = b;
            _order = order;
        }

        public nint Run<TSame>(TSame same)
            where TSame : struct, ISame
        {
            MismatchRows<TSame> rows = new(same, _a.Layout.ItemSize);
            return LoopNest.Run(in _a, in _b, _order, ref rows) ? -1 : rows.Found;
        }
    }
}
