namespace MemoryViews;

/// <summary>Comparisons of two layouts of one shape, item by item in C order, stopping at the first difference.</summary>
internal static class CompareKernels
{
    /// <summary>The flat C-order index of the first item whose bytes differ; -1 when none does. Items of two sizes differ at once.</summary>
    public static nint FirstByteMismatch(scoped in Operand a, scoped in Operand b)
    {
        if (a.Layout.ItemSize != b.Layout.ItemSize)
        {
            return a.Layout.ItemCount == 0 ? -1 : 0;
        }

        MismatchTask task = new(in a, in b);
        return Sameness.OfBytes(a.Layout.ItemSize, ref task);
    }

    private readonly ref struct MismatchTask : ISameTask
    {
        private readonly Operand _a;
        private readonly Operand _b;

        public MismatchTask(in Operand a, in Operand b)
        {
            _a = a;
            _b = b;
        }

        public nint Run<TSame>(TSame same)
            where TSame : struct, ISame
        {
            MismatchRows<TSame> rows = new(same, _a.Layout.ItemSize);
            return LoopNest.Run(in _a, in _b, LoopOrder.C, ref rows) ? -1 : rows.Found;
        }
    }
}
