namespace MemoryViews.Command;

/// <summary>How much to show: all, the first and last of the first axis, or a summary of what is long.</summary>
internal readonly record struct ShowOptions(bool All, nint? Head, nint? Tail)
{
    private const nint MostValues = 1000;
    private const nint ArrayEdge = 3;
    private const nint TableHead = 5;
    private const nint TableTail = 3;

    private bool IsChosen => Head is not null || Tail is not null;

    /// <summary>The rows of a table: beyond 1,000 values the first five and the last three.</summary>
    public Excerpt Rows(nint rows, int columns) => IsChosen ? Chosen(rows)
        : All || (System.Int128)rows * columns <= MostValues ? Excerpt.All(rows)
        : Excerpt.Edges(rows, TableHead, TableTail);

    /// <summary>What is shown along each axis of an array: beyond 1,000 items three at each edge.</summary>
    public Excerpt[] Axes(System.ReadOnlySpan<nint> shape)
    {
        Excerpt[] axes = new Excerpt[shape.Length];
        System.Int128 items = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            axes[axis] = axis == 0 && IsChosen ? Chosen(shape[0]) : Excerpt.All(shape[axis]);
            items *= axes[axis].Shown;
        }

        for (int axis = IsChosen ? 1 : 0; axis < shape.Length && !All && items > MostValues; axis++)
        {
            axes[axis] = Excerpt.Edges(shape[axis], ArrayEdge, ArrayEdge);
        }

        return axes;
    }

    private Excerpt Chosen(nint length) => Excerpt.Edges(length, Head ?? 0, Tail ?? 0);
}
