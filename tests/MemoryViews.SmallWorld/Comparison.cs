using System;

namespace MemoryViews.SmallWorld;

/// <summary>Compares a view with the lists: shape, every item, bounds, contiguity, and that no item shares a byte with another.</summary>
internal sealed class Comparison<TView>(ISubject<TView> subject)
{
    /// <summary>What differs first; null when nothing does.</summary>
    public string? FindDifference(in TView view, ListModel model)
    {
        Layout layout = subject.LayoutOf(view);
        if (!HasShape(layout, model))
        {
            return $"shape, got {layout}";
        }

        if (layout.IsSelfOverlapping)
        {
            return $"items overlap, got {layout}";
        }

        return model.Count == 0 ? CompareEmpty(layout, model) : CompareItems(view, layout, model);
    }

    private static bool HasShape(in Layout layout, ListModel model)
    {
        bool same = layout.Rank == model.Rank && layout.ItemCount == model.Count;
        for (int axis = 0; axis < model.Rank && same; axis++)
        {
            same = layout.Shape[axis] == model.LengthOf(axis);
        }

        return same;
    }

    // Python: without items a view is contiguous from rank 2 on, and at rank 1 when its stride is the item size.
    private static string? CompareEmpty(in Layout layout, ListModel model)
    {
        bool contiguous = model.Rank > 1 || model.StrideOf(0) == 1;
        (nint low, nint high) = layout.Bounds;
        return low != layout.Offset || high != low ? $"bounds [{low}, {high}) without items"
            : layout.IsCContiguous != contiguous || layout.IsFContiguous != contiguous ? $"contiguity without items, got {layout}"
            : null;
    }

    private string? CompareItems(in TView view, in Layout layout, ListModel model)
    {
        Span<nint> indices = stackalloc nint[model.Rank];
        indices.Clear();
        nint first = model.PositionOf(indices), low = first, high = first, count = model.Count;
        bool c = true, f = true;
        for (nint i = 0; i < count; i++)
        {
            nint expected = model.PositionOf(indices), found = subject.PositionOf(view, indices);
            if (found != expected)
            {
                return $"item {i} in C order is world item {expected}, got {found} from {layout}";
            }

            c &= expected == first + i;
            f &= expected == first + model.FortranRankOf(indices);
            (low, high) = (Math.Min(low, expected), Math.Max(high, expected));
            model.Advance(indices);
        }

        return CompareWhole(layout, c, f, low, high);
    }

    // Contiguous means: each item follows the one before it in memory, in that order.
    private string? CompareWhole(in Layout layout, bool c, bool f, nint low, nint high)
    {
        (nint Low, nint High) bounds = (subject.FirstByte + low * subject.ItemSize, subject.FirstByte + (high + 1) * subject.ItemSize);
        return layout.Bounds != bounds ? $"bounds {bounds}, got {layout.Bounds} from {layout}"
            : layout.IsCContiguous != c ? $"C-contiguous {c}, got {layout}"
            : layout.IsFContiguous != f ? $"F-contiguous {f}, got {layout}"
            : layout.IsContiguous != (c || f) ? $"contiguous {c || f}, got {layout}"
            : null;
    }
}
