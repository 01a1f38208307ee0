using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Layouts by chance inside given bytes.</summary>
internal static class Layouts
{
    public static int[] Contiguous(int[] shape, int size)
    {
        int[] strides = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = size;
            size *= Math.Max(shape[axis], 1);
        }

        return strides;
    }

    public static int[] Places(int[] shape, int[] strides, int offset)
        => Shapes.Map(shape, index =>
        {
            int place = offset;
            for (int axis = 0; axis < index.Length; axis++)
            {
                place += index[axis] * strides[axis];
            }

            return place;
        });

    /// <summary>An offset and strides that keep all items inside [low, high), or null when it did not work out.</summary>
    public static (int Offset, int[] Strides)? Random(Chance chance, int size, int[] shape, int low, int high, bool mayOverlap)
    {
        int[] strides = new int[shape.Length];
        int reach = size, step = size;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            int gap = chance.OneIn(2) ? 0 : chance.Below(size + 2);
            strides[axis] = mayOverlap ? chance.From(-2 * size, 2 * size) : step + gap;
            reach += Math.Abs(strides[axis]) * Math.Max(0, shape[axis] - 1);
            step = Math.Max(step, (strides[axis] == 0 ? size : Math.Abs(strides[axis])) * Math.Max(1, shape[axis]));
        }

        int room = high - low - reach;
        if (room < 0)
        {
            return null;
        }

        int offset = low + chance.From(0, room);
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (!mayOverlap && chance.OneIn(3))
            {
                strides[axis] = -strides[axis];
            }

            offset += strides[axis] < 0 ? -strides[axis] * Math.Max(0, shape[axis] - 1) : 0;
        }

        Swap(chance, shape, strides);
        return (offset, strides);
    }

    // Axes of one length may change places: the items then come in another order.
    private static void Swap(Chance chance, int[] shape, int[] strides)
    {
        for (int axis = 0; axis + 1 < shape.Length; axis++)
        {
            if (shape[axis] == shape[axis + 1] && chance.OneIn(2))
            {
                (strides[axis], strides[axis + 1]) = (strides[axis + 1], strides[axis]);
            }
        }
    }
}
