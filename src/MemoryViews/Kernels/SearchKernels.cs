using System;
using System.Diagnostics;

namespace MemoryViews;

/// <summary>Searches for one item among the items of a view, in C order.</summary>
internal static class SearchKernels
{
    /// <summary>The flat index of the first item with exactly these bytes, from a start on; -1 when there is none.</summary>
    /// <param name="a">The items.</param>
    /// <param name="item">The bytes of one item.</param>
    /// <param name="startItem">The first item looked at; 0 or more.</param>
    public static nint IndexOf(scoped in Operand a, scoped ReadOnlySpan<byte> item, nint startItem)
    {
        FindTask task = new(in a, item, startItem);
        return Sameness.OfBytes(item.Length, ref task);
    }

    /// <summary>How many items have exactly these bytes.</summary>
    /// <param name="a">The items.</param>
    /// <param name="item">The bytes of one item.</param>
    public static nint Count(scoped in Operand a, scoped ReadOnlySpan<byte> item)
    {
        CountTask task = new(in a, item);
        return Sameness.OfBytes(item.Length, ref task);
    }

    /// <summary>The flat index of the first item equal in value to one given by its bytes; NaN is found nowhere, 0.0 finds -0.0.</summary>
    /// <param name="a">The items.</param>
    /// <param name="format">The format of the items, and of the one looked for.</param>
    /// <param name="item">The bytes of one item.</param>
    /// <param name="startItem">The first item looked at; 0 or more.</param>
    public static nint IndexOf(scoped in Operand a, ItemFormat format, scoped ReadOnlySpan<byte> item, nint startItem)
    {
        FindTask task = new(in a, item, startItem);
        return Sameness.OfItems(format, item.Length, format, item.Length, ref task);
    }

    /// <summary>How many items are equal in value to one given by its bytes.</summary>
    /// <param name="a">The items.</param>
    /// <param name="format">The format of the items, and of the one looked for.</param>
    /// <param name="item">The bytes of one item.</param>
    public static nint Count(scoped in Operand a, ItemFormat format, scoped ReadOnlySpan<byte> item)
    {
        CountTask task = new(in a, item);
        return Sameness.OfItems(format, item.Length, format, item.Length, ref task);
    }

    /// <summary>The byte at which a run of bytes first stands at or after a start, in the view's C-order bytes; -1 when it does not.</summary>
    /// <param name="a">The items.</param>
    /// <param name="pattern">The bytes looked for; none stand everywhere.</param>
    /// <param name="startByte">Where the match may begin; 0 or more.</param>
    public static nint IndexOfPattern(scoped in Operand a, scoped ReadOnlySpan<byte> pattern, nint startByte) => PatternKernels.IndexOf(in a, pattern, startByte);

    private readonly ref struct FindTask : ISameTask
    {
        private readonly Operand _a;
        private readonly ReadOnlySpan<byte> _item;
        private readonly nint _start;

        public FindTask(in Operand a, ReadOnlySpan<byte> item, nint start)
        {
            Debug.Assert(item.Length == a.Layout.ItemSize && start >= 0, "One item's bytes, and a start counted from the first item.");
            _a = a;
            _item = item;
            _start = start;
        }

        public nint Run<TSame>(TSame same)
            where TSame : struct, ISame
        {
            FindRows<TSame> rows = new(same, _item, _start);
            return LoopNest.Run(in _a, LoopOrder.C, ref rows) ? -1 : rows.Found;
        }
    }

    private readonly ref struct CountTask : ISameTask
    {
        private readonly Operand _a;
        private readonly ReadOnlySpan<byte> _item;

        public CountTask(in Operand a, ReadOnlySpan<byte> item)
        {
            Debug.Assert(item.Length == a.Layout.ItemSize, "One item's bytes.");
            _a = a;
            _item = item;
        }

        public nint Run<TSame>(TSame same)
            where TSame : struct, ISame
        {
            CountRows<TSame> rows = new(same, _item);
            LoopNest.Run(in _a, LoopOrder.Free, ref rows);
            return rows.Count;
        }
    }
}
