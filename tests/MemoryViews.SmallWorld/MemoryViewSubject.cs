using System;
using System.Linq;

namespace MemoryViews.SmallWorld;

/// <summary>
/// The view over real memory, managed or native, in which item number p holds p and everything around the world holds a mark: an item's
/// position is what is read there.
/// </summary>
internal sealed class MemoryViewSubject : ISubject<MemoryView>
{
    private const int Outside = 3;
    private const int MostItems = 7 * 7 * 7 * 4;
    private readonly MemoryView _memory;

    public MemoryViewSubject(bool native)
    {
        Name = native ? "view of native memory" : "view of an array";
        int[] items = [.. Enumerable.Repeat(-1, Outside), .. Enumerable.Range(0, MostItems), .. Enumerable.Repeat(-1, Outside)];
        _memory = native ? NativeBuffer.Allocate(sizeof(int) * items.Length).AsMemoryView().Cast<int>() : new int[items.Length].AsMemoryView();
        _memory.CopyFrom<int>(items);
    }

    public string Name { get; }

    public nint ItemSize => sizeof(int);

    public nint FirstByte => Outside * sizeof(int);

    public MemoryView Create(ReadOnlySpan<nint> shape)
    {
        nint items = 1;
        foreach (nint extent in shape)
        {
            items *= extent;
        }

        return _memory.Slice(Outside, items).Reshape(shape);
    }

    public MemoryView Slice(in MemoryView view, int axis, Slice slice)
    {
        Span<Subscript> subscripts = stackalloc Subscript[view.Rank];
        return view[OnOneAxis(subscripts, axis, slice)];
    }

    public MemoryView Index(in MemoryView view, int axis, nint index)
    {
        Span<Subscript> subscripts = stackalloc Subscript[view.Rank];
        return view[OnOneAxis(subscripts, axis, index)];
    }

    public MemoryView Take(in MemoryView view, ReadOnlySpan<Subscript> subscripts) => view[subscripts];

    public MemoryView Permute(in MemoryView view, ReadOnlySpan<int> axes) => view.Permute(axes);

    public Layout LayoutOf(in MemoryView view) => view.Layout;

    public nint PositionOf(in MemoryView view, ReadOnlySpan<nint> indices)
    {
        Span<AxisIndex> at = stackalloc AxisIndex[indices.Length];
        for (int axis = 0; axis < indices.Length; axis++)
        {
            at[axis] = indices[axis];
        }

        return indices.Length switch
        {
            1 => view.Get<int>(indices[0]),
            2 => view.Get<int>(indices[0], indices[1]),
            _ => view.Get<int>(at),
        };
    }

    private static Span<Subscript> OnOneAxis(Span<Subscript> subscripts, int axis, Subscript subscript)
    {
        subscripts.Fill(Range.All);
        subscripts[axis < 0 ? axis + subscripts.Length : axis] = subscript;
        return subscripts;
    }
}
