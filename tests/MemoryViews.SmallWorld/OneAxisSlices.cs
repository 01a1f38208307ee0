namespace MemoryViews.SmallWorld;

/// <summary>Every slice triple on each axis alone, through a slice of the axis and through a whole subscript.</summary>
internal sealed class OneAxisSlices<TView>(ISubject<TView> subject, Tally tally)
{
    private const int MaxLength = 6;

    private readonly Comparison<TView> _comparison = new(subject);
    private readonly ListModel _model = new();

    public void Run()
    {
        for (int rank = 1; rank <= 3; rank++)
        {
            tally.StartFamily();
            for (int axis = 0; axis < rank; axis++)
            {
                RunAxis(rank, axis);
            }

            tally.EndFamily($"{subject.Name}: every slice on each axis alone, rank {rank}");
        }
    }

    private void RunAxis(int rank, int axis)
    {
        nint[] world = OneAxisWorld.Shape(rank);
        Outcome[] outcomes = OneAxisWorld.Whole(world);
        for (int length = 0; length <= MaxLength; length++)
        {
            world[axis] = length;
            TView view = subject.Create(world);
            foreach (Outcome outcome in Outcome.EverySlice(length))
            {
                outcomes[axis] = outcome;
                _model.Build(world, outcomes);
                Check("Slice", subject.Slice(view, axis, outcome.Slice), world, axis, outcome);
                Check("Slice from the end", subject.Slice(view, axis - rank, outcome.Slice), world, axis, outcome);
                Check("Subscript", subject.Take(view, OneAxisWorld.Subscripts(outcomes)), world, axis, outcome);
            }
        }
    }

    private void Check(string way, TView view, nint[] world, int axis, Outcome outcome)
    {
        if (_comparison.FindDifference(view, _model) is string difference)
        {
            tally.Fail($"{way} [{outcome}] on axis {axis} of ({string.Join(", ", world)}): {difference}");
        }
        else
        {
            tally.Pass();
        }
    }
}
