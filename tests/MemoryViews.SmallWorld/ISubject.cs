using System;

namespace MemoryViews.SmallWorld;

/// <summary>
/// What is compared with the lists. A world is a C-contiguous block of items; item number p (in C order) is known by its position p, so a view
/// can be asked which item of the world it has at an index.
/// </summary>
/// <typeparam name="TView">The subject's view.</typeparam>
internal interface ISubject<TView>
{
    /// <summary>The name printed with the counts.</summary>
    string Name { get; }

    /// <summary>Bytes of an item.</summary>
    nint ItemSize { get; }

    /// <summary>Bytes from the start of the memory to item 0 of every world.</summary>
    nint FirstByte { get; }

    /// <summary>A whole world.</summary>
    TView Create(ReadOnlySpan<nint> shape);

    /// <summary>One axis sliced.</summary>
    TView Slice(in TView view, int axis, Slice slice);

    /// <summary>One axis indexed away.</summary>
    TView Index(in TView view, int axis, nint index);

    /// <summary>A whole subscript.</summary>
    TView Take(in TView view, ReadOnlySpan<Subscript> subscripts);

    /// <summary>The axes in another order.</summary>
    TView Permute(in TView view, ReadOnlySpan<int> axes);

    /// <summary>Where the view says its items lie.</summary>
    Layout LayoutOf(in TView view);

    /// <summary>Which item of the world is found at an index; negative when it is none.</summary>
    nint PositionOf(in TView view, ReadOnlySpan<nint> indices);
}
