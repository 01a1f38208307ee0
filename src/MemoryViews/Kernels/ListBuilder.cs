using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// Nested lists filled from items that come in C order, whatever rows they come in. One list an axis is open; when the innermost is full,
/// the lists that are full with it are closed and new ones opened under the first that is not.
/// </summary>
internal sealed class ListBuilder
{
    private readonly nint[] _shape;
    private readonly List<object?>[] _open;

    /// <summary>Opens the first list of each axis.</summary>
    /// <param name="shape">One length or more, none of them 0.</param>
    public ListBuilder(nint[] shape)
    {
        _shape = shape;
        _open = new List<object?>[shape.Length];
        Whole = new((int)shape[0]);
        _open[0] = Whole;
        OpenBelow(0);
    }

    /// <summary>The outermost list.</summary>
    public List<object?> Whole { get; }

    /// <summary>Adds the next item.</summary>
    public void Add(object? item)
    {
        int axis = _open.Length - 1;
        if (IsFull(axis))
        {
            while (IsFull(axis))
            {
                axis--;
            }

            OpenBelow(axis);
        }

        _open[^1].Add(item);
    }

    private bool IsFull(int axis) => _open[axis].Count == _shape[axis];

    private void OpenBelow(int axis)
    {
        for (; axis < _open.Length - 1; axis++)
        {
            _open[axis + 1] = new((int)_shape[axis + 1]);
            _open[axis].Add(_open[axis + 1]);
        }
    }
}
