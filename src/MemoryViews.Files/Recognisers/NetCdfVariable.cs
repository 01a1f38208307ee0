using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>A variable as the header tells it. The first length of a growing one is that of no row yet; its rows are the rest.</summary>
internal sealed record NetCdfVariable(string Name, ItemFormat Format, long[] Shape, IReadOnlyList<string> Dimensions, bool IsGrowing, long Begin)
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
