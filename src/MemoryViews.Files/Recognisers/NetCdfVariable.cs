namespace MemoryViews.Files;

/// <summary>
/// A variable as the header tells it. The first length of a growing one is 0; its rows are the other axes. One of more axes than views have comes without
/// its shape.
/// </summary>
internal sealed record NetCdfVariable(string Name, ItemFormat Format, long Rank, long[] Shape, string Axes, bool IsGrowing, long Begin)
{
    /// <summary>Bytes of one record's row, without padding.</summary>
    public long RowSize
    {
        get
        {
            long size = Format.Size;
            for (int axis = 1; axis < Shape.Length; axis++)
            {
                size = Extent.Times(size, Shape[axis]);
            }

            return size;
        }
    }
}
