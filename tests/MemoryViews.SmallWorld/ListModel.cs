using System;
using System.Collections.Generic;

namespace MemoryViews.SmallWorld;

/// <summary>
/// What a view should be, without strides: for each axis that is left, the indices of the world it takes.
/// <code>
///   world (3, 4), subscript [::-1, 1:3]:   axis 0 takes 2 1 0, axis 1 takes 1 2
///   item (i, j) is world item (taken0[i], taken1[j]), which has position taken0[i]*4 + taken1[j]
/// </code>
/// </summary>
internal sealed class ListModel
{
    private readonly List<AxisModel> _axes = [];
    private nint _dropped;

    public int Rank => _axes.Count;

    public nint Count
    {
        get
        {
            nint count = 1;
            foreach (AxisModel axis in _axes)
            {
                count *= axis.Taken.Length;
            }

            return count;
        }
    }

    public nint LengthOf(int axis) => _axes[axis].Taken.Length;

    /// <summary>Items of the world from an item of the view to the next, as far as steps tell: needed only where no items do.</summary>
    public nint StrideOf(int axis) => _axes[axis].Step * _axes[axis].Weight;

    /// <summary>Does one thing to each axis of a world.</summary>
    public void Build(ReadOnlySpan<nint> world, ReadOnlySpan<Outcome> outcomes)
    {
        _axes.Clear();
        _dropped = 0;
        nint weight = 1;
        for (int axis = world.Length - 1; axis >= 0; axis--)
        {
            Outcome outcome = outcomes[axis];
            if (outcome.IsIndex)
            {
                _dropped += outcome.Taken[0] * weight;
            }
            else
            {
                _axes.Insert(0, new AxisModel(outcome.Taken, weight, outcome.Step));
            }

            weight *= world[axis];
        }
    }

    /// <summary>Takes another model's axes in another order.</summary>
    public void Permute(ListModel from, ReadOnlySpan<int> order)
    {
        _axes.Clear();
        _dropped = from._dropped;
        foreach (int axis in order)
        {
            _axes.Add(from._axes[axis]);
        }
    }

    public nint PositionOf(ReadOnlySpan<nint> indices)
    {
        nint position = _dropped;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            AxisModel model = _axes[axis];
            position += model.Taken[indices[axis]] * model.Weight;
        }

        return position;
    }

    /// <summary>How many items come before an index when the first axis varies fastest.</summary>
    public nint FortranRankOf(ReadOnlySpan<nint> indices)
    {
        nint rank = 0;
        for (int axis = indices.Length - 1; axis >= 0; axis--)
        {
            rank = rank * _axes[axis].Taken.Length + indices[axis];
        }

        return rank;
    }

    /// <summary>The next index in C order; after the last one all are 0.</summary>
    public void Advance(Span<nint> indices)
    {
        for (int axis = indices.Length - 1; axis >= 0; axis--)
        {
            if (++indices[axis] < _axes[axis].Taken.Length)
            {
                return;
            }

            indices[axis] = 0;
        }
    }

    private readonly record struct AxisModel(int[] Taken, nint Weight, int Step);
}
