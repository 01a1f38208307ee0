using System;

namespace MemoryViews.SmallWorld;

/// <summary>The layout itself: an item's position follows from its offset.</summary>
internal sealed class LayoutSubject : ISubject<Layout>
{
    public string Name => "layout";

    public nint ItemSize => 4;

    public nint FirstByte => 12;

    public Layout Create(ReadOnlySpan<nint> shape) => Layout.Strided(ItemSize, shape, Layout.Contiguous(ItemSize, shape).Strides, FirstByte);

    public Layout Slice(in Layout view, int axis, Slice slice) => view.Slice(axis, slice);

    public Layout Index(in Layout view, int axis, nint index) => view.Index(axis, index);

    public Layout Take(in Layout view, ReadOnlySpan<Subscript> subscripts) => view.Subscript(subscripts);

    public Layout Permute(in Layout view, ReadOnlySpan<int> axes) => view.Permute(axes);

    public Layout LayoutOf(in Layout view) => view;

    public nint PositionOf(in Layout view, ReadOnlySpan<nint> indices)
    {
        (nint position, nint rest) = Math.DivRem(view.OffsetOf(indices) - FirstByte, ItemSize);
        return rest == 0 ? position : -1;
    }
}
