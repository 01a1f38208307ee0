using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Axes moved, turned, regrouped, repeated.</summary>
internal static class Turning
{
    private const int MostItems = 3000;

    public static void Permute(World world)
    {
        Window from = world.Any();
        int[] order = [.. Enumerable.Range(0, from.Rank)];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = world.Chance.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        // No axes at all turn the order round.
        int[] given = world.Chance.OneIn(6) ? [] : [.. order.Select(axis => world.Chance.OneIn(4) ? axis - from.Rank : axis)];
        bool refused = world.Chance.OneIn(20) && given.Length > 1;
        if (refused)
        {
            given[0] = world.Chance.OneIn(2) ? given[1] : from.Rank;
        }

        order = given.Length == 0 ? [.. Enumerable.Range(0, from.Rank).Reverse()] : order;
        Deriving.Make(
            world, from, $".Permute({string.Join(", ", given)})", Deriving.Unless(refused, from),
            () => given.Length == 0 && world.Chance.OneIn(2) ? from.View.Transpose() : from.View.Permute(given),
            () => Deriving.Pick(from, [.. order.Select(axis => from.Shape[axis])], index =>
            {
                int[] source = new int[index.Length];
                for (int i = 0; i < index.Length; i++)
                {
                    source[order[i]] = index[i];
                }

                return source;
            }));
    }

    public static void Flip(World world)
    {
        Window from = world.Any();
        int axis = world.Chance.From(-from.Rank - (world.Chance.OneIn(20) ? 1 : 0), from.Rank - 1), real = axis < 0 ? axis + from.Rank : axis;
        bool refused = real < 0 || real >= from.Rank;
        Deriving.Make(
            world, from, $".Flip({axis})", Deriving.Unless(refused, from), () => from.View.Flip(axis),
            () => Deriving.Pick(from, from.Shape, index => [.. index[..real], from.Shape[real] - 1 - index[real], .. index[(real + 1)..]]));
    }

    public static void Reshape(World world)
    {
        Window from = world.Any();
        int[] shape = Factors(world.Chance, from.Count);
        nint[] given = Shapes.Wide(shape);
        bool refused = world.Chance.OneIn(20);
        if (refused)
        {
            given = from.Count == 0 ? [1] : [.. given, 2];
        }
        else if (world.Chance.OneIn(4) && shape.Length > 0 && from.Count > 0)
        {
            given[world.Chance.Below(shape.Length)] = -1;
        }

        // A view in one run has every shape; of others only some can be had without a copy.
        Verdict verdict = refused ? Verdict.Refused : from.IsRun(fortran: false) == true ? Verdict.Succeeds : Verdict.Either;
        Deriving.Make(world, from, $".Reshape({string.Join(", ", given)})", verdict, () => from.View.Reshape(given), () => (shape, from.Places));
    }

    public static void Broadcast(World world)
    {
        Window from = world.Any();
        int[] shape = [.. Enumerable.Range(0, world.Chance.Below(3)).Select(_ => world.Chance.Extent(4)), .. from.Shape.Select(extent => extent == 1 ? world.Chance.Extent(5) : extent)];
        if (world.Chance.OneIn(20) && shape.Length > 0)
        {
            shape[world.Chance.Below(shape.Length)]++;
        }

        if (Shapes.Count(shape) * Math.Max(1, from.Item.Size) > MostItems)
        {
            return;
        }

        bool refused = !Shapes.Broadcasts(from.Shape, shape);
        Deriving.Make(
            world, from, $".BroadcastTo({string.Join(", ", shape)})", Deriving.Unless(refused, from), () => from.View.BroadcastTo(Shapes.Wide(shape)),
            () => Deriving.Pick(from, shape, index => Shapes.Unbroadcast(index, from.Shape)), isReadOnly: true);
    }

    public static void Windows(World world)
    {
        Window from = world.Any();
        int axis = world.Chance.From(-from.Rank, from.Rank - 1), real = axis < 0 ? axis + from.Rank : axis;
        int length = from.Rank == 0 ? 0 : from.Shape[real];
        int size = world.Chance.From(world.Chance.OneIn(10) ? 0 : 1, Math.Min(5, length + 1)), step = world.Chance.From(world.Chance.OneIn(20) ? 0 : 1, 4);
        bool refused = from.Rank is 0 or Layout.MaxRank || size < 1 || step < 1 || size > length;
        if (!refused && ((length - size) / step + 1) * size * from.ByteLength / Math.Max(1, length) > MostItems)
        {
            return;
        }

        int count = refused ? 0 : ((length - size) / step) + 1;
        Deriving.Make(
            world, from, $".Windows({size}, {step}, {axis})", Deriving.Unless(refused, from), () => from.View.Windows(size, step, axis),
            () => Deriving.Pick(from, [.. from.Shape[..real], count, .. from.Shape[(real + 1)..], size], index => [.. index[..real], (index[real] * step) + index[^1], .. index[(real + 1)..^1]]),
            isReadOnly: from.IsReadOnly || step < size);
    }

    /// <summary>A shape of so many items.</summary>
    public static int[] Factors(Chance chance, int count)
    {
        System.Collections.Generic.List<int> shape = [];
        int rest = count;
        while (rest > 1 && shape.Count < 4)
        {
            int factor = chance.From(2, 5);
            if (rest % factor == 0 && chance.OneIn(2))
            {
                shape.Add(factor);
                rest /= factor;
            }
            else if (chance.OneIn(3))
            {
                break;
            }
        }

        if (rest != 1 || chance.OneIn(6))
        {
            shape.Insert(chance.Below(shape.Count + 1), rest);
        }

        return [.. shape];
    }
}
