using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Nested lists filled from items that come in C order, whatever rows they come in. One list an axis is open; when the innermost is full,
/// the lists that are full with it are closed and new ones opened under the first that is not.
/// </summary>
internal sealed class ListBuilder
{
    private readonly nint[] _shape;
    private readonly List<object?>[] _open;
    private int _filled;

    /// <summary>Opens the first list of each axis.</summary>
    /// <param name="shape">One length or more, each 1 to what a list holds.</param>
    public ListBuilder(nint[] shape)
    {
        _shape = shape;
        _open = new List<object?>[shape.Length];
        OpenFrom(0);
        Whole = _open[0];
    }

    /// <summary>The outermost list.</summary>
    public List<object?> Whole { get; }

    /// <summary>Room for the next items, as many as asked for or as the innermost list still takes; the caller fills it.</summary>
    public Span<object?> Room(nint most)
    {
        List<object?> leaf = _open[^1];
        if (_filled == leaf.Count)
        {
            OpenNext();
            leaf = _open[^1];
        }

        int length = (int)Math.Min(most, leaf.Count - _filled);
        Span<object?> room = CollectionsMarshal.AsSpan(leaf).Slice(_filled, length);
        _filled += length;
        return room;
    }

    private void OpenNext()
    {
        int axis = _open.Length - 1;
        while (_open[axis].Count == _shape[axis])
        {
            axis--;
        }

        OpenFrom(axis + 1);
    }

    // The innermost list has all its places at once; the others grow by the lists opened in them.
    private void OpenFrom(int axis)
    {
        for (; axis < _open.Length; axis++)
        {
            _open[axis] = new((int)_shape[axis]);
            if (axis > 0)
            {
                _open[axis - 1].Add(_open[axis]);
            }
        }

        CollectionsMarshal.SetCount(_open[^1], (int)_shape[^1]);
        _filled = 0;
    }
}
