using System;

namespace MemoryViews.SmallWorld;

/// <summary>Every index on each axis alone, from the start and from the end, and the refusals around them.</summary>
internal sealed class OneAxisIndices<TView>(ISubject<TView> subject, Tally tally)
{
    private const int MaxLength = 6;

    private readonly Comparison<TView> _comparison = new(subject);
    private readonly ListModel _model = new();

    public void Run()
    {
        tally.StartFamily();
        for (int rank = 1; rank <= 3; rank++)
        {
            for (int axis = 0; axis < rank; axis++)
            {
                RunAxis(rank, axis);
            }
        }

        tally.EndFamily($"{subject.Name}: every index on each axis alone, rank 1 to 3");
    }

    private void RunAxis(int rank, int axis)
    {
        nint[] world = OneAxisWorld.Shape(rank);
        Outcome[] outcomes = OneAxisWorld.Whole(world);
        for (int length = 0; length <= MaxLength; length++)
        {
            world[axis] = length;
            TView view = subject.Create(world);
            for (int index = -length - 2; index <= length + 1; index++)
            {
                string what = $"index {index} on axis {axis} of ({string.Join(", ", world)})";
                if (index < -length || index >= length)
                {
                    CheckRefusal(what, view, axis, index);
                    continue;
                }

                outcomes[axis] = Outcome.OfIndex(index < 0 ? index + length : index);
                _model.Build(world, outcomes);
                Check(what, subject.Index(view, axis, index));
                Subscript[] subscripts = OneAxisWorld.Subscripts(outcomes);
                subscripts[axis] = index < 0 ? new Index(-index, true) : index;
                Check(what + " in a subscript", subject.Take(view, subscripts));
            }
        }
    }

    private void Check(string what, TView view)
    {
        if (_comparison.FindDifference(view, _model) is string difference)
        {
            tally.Fail($"{what}: {difference}");
        }
        else
        {
            tally.Pass();
        }
    }

    private void CheckRefusal(string what, TView view, int axis, int index)
    {
        try
        {
            subject.Index(view, axis, index);
            tally.Fail($"{what}: was taken");
        }
        catch (AxisIndexException refusal) when (refusal.Axis == axis && refusal.Index == index)
        {
            tally.Pass();
        }
    }
}
