using System;
using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>The stretches of consecutive bytes in the file that a view's items make, in the view's order.</summary>
internal static class ByteRuns
{
    /// <summary>Runs as (offset in the file, length), joined where one goes on where the last ended.</summary>
    public static IEnumerable<(long Offset, long Length)> Of(ChosenView chosen)
    {
        (long Offset, long Length) open = default;
        foreach ((long offset, long length) in Pieces(chosen))
        {
            if (open.Offset + open.Length == offset && open.Length > 0)
            {
                open.Length += length;
                continue;
            }

            if (open.Length > 0)
            {
                yield return open;
            }

            open = (offset, length);
        }

        if (open.Length > 0)
        {
            yield return open;
        }
    }

    private static IEnumerable<(long Offset, long Length)> Pieces(ChosenView chosen)
    {
        Layout layout = chosen.View.Layout;
        if (layout.ItemCount == 0)
        {
            yield break;
        }

        // The last axes that lie in one run are one piece; an odometer turns over the others.
        int outer = OuterAxes(layout, out long length);
        nint[] index = new nint[outer], shape = layout.Shape[..outer].ToArray(), strides = layout.Strides[..outer].ToArray();
        long offset = chosen.FileStart + layout.Offset;
        int axis;
        do
        {
            yield return (offset, length);
            for (axis = outer - 1; axis >= 0; axis--)
            {
                offset += strides[axis];
                if (++index[axis] < shape[axis])
                {
                    break;
                }

                offset -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        while (axis >= 0);
    }

    private static int OuterAxes(in Layout layout, out long length)
    {
        ReadOnlySpan<nint> shape = layout.Shape, strides = layout.Strides;
        length = layout.ItemSize;
        int axis = shape.Length;
        while (axis > 0 && (strides[axis - 1] == length || shape[axis - 1] == 1))
        {
            length *= shape[--axis];
        }

        return axis;
    }
}
