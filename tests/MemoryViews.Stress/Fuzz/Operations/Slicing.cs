using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Subscripts of every kind: indices, ranges, slices with steps, the ellipsis, new axes.</summary>
internal static class Slicing
{
    /// <summary>One axis of the result: the axis it comes from and the indices taken there; no axis for a new one.</summary>
    private sealed record Taken(int Axis, int[] Indices);

    public static void Subscript(World world)
    {
        Window from = world.Any();
        Subscripts chosen = Choose(world.Chance, from);
        Deriving.Make(
            world, from, $"[{string.Join(", ", chosen.Texts)}]", Deriving.Unless(chosen.IsRefused, from), () => from.View[chosen.Given.ToArray()], () => Model(from, chosen));
    }

    /// <summary>view[a..b] with indices from both ends.</summary>
    public static void Range(World world)
    {
        Window from = world.Any();
        int length = from.Rank == 0 ? 0 : from.Shape[0];
        Index start = new(world.Chance.Below(length + 3), world.Chance.OneIn(2)), stop = new(world.Chance.Below(length + 3), world.Chance.OneIn(2));
        Deriving.Make(world, from, $"[{start}..{stop}]", Deriving.Unless(from.Rank == 0, from), () => from.View[start..stop], () => TakeFirst(from, Signed(start), Signed(stop)));
    }

    /// <summary>Slice(start, length), which does not clamp.</summary>
    public static void Strict(World world)
    {
        Window from = world.Any();
        int length = from.Rank == 0 ? 0 : from.Shape[0];
        int start = world.Chance.From(-1, length + 1), count = world.Chance.From(-1, length + 1);
        bool refused = from.Rank == 0 || start < 0 || count < 0 || start + count > length;
        Deriving.Make(world, from, $".Slice({start}, {count})", Deriving.Unless(refused, from), () => from.View.Slice(start, count), () => TakeFirst(from, start, start + count));
    }

    /// <summary>One of the sub-views along an axis.</summary>
    public static void Along(World world)
    {
        Window from = world.Any();
        int axis = world.Chance.From(-from.Rank, Math.Max(0, from.Rank - 1)), real = axis < 0 ? axis + from.Rank : axis;
        int which = from.Rank == 0 ? 0 : world.Chance.Below(from.Shape[real]);
        if (from.Rank > 0 && from.Shape[real] == 0)
        {
            World.Check(!from.View.Along(axis).Any(), () => "an empty axis gives sub-views");
            return;
        }

        Deriving.Make(
            world, from, $".Along({axis}) number {which}", Deriving.Unless(from.Rank == 0, from), () => Pick(from.View, axis, which),
            () => Deriving.Pick(from, Without(from.Shape, real), index => [.. index[..real], which, .. index[real..]]));
    }

    /// <summary>Subscripts for a view, and what the model makes of each.</summary>
    public static Subscripts Choose(Chance chance, Window from)
    {
        Subscripts chosen = new();
        bool hasEllipsis = false;
        int axis = 0, named = chance.OneIn(20) ? from.Rank + 1 : chance.From(0, from.Rank);
        for (int left = named; left > 0;)
        {
            switch (chance.Below(14))
            {
                case 0:
                    chosen.Add(MemoryViews.Subscript.NewAxis, "NewAxis", -1, [0]);
                    break;
                case 1 when !hasEllipsis || chance.OneIn(10):
                    chosen.Add(MemoryViews.Subscript.Ellipsis, "...", -2, []);
                    chosen.IsRefused |= hasEllipsis;
                    hasEllipsis = true;
                    axis = Math.Max(axis, from.Rank - left);
                    break;
                default:
                    ChooseAxis(chance, from, axis++, chosen);
                    left--;
                    break;
            }
        }

        chosen.IsRefused |= named > from.Rank || from.Rank - chosen.Dropped + chosen.Added > Layout.MaxRank;
        return chosen;
    }

    public static (int[] Shape, int[] Places) Model(Window from, Subscripts chosen)
    {
        List<Taken> result = [];
        int[] fixedAt = new int[from.Rank];
        int axis = 0, named = chosen.Parts.Count(part => part.Axis >= 0);
        bool hasEllipsis = chosen.Parts.Any(part => part.Axis == -2);
        foreach ((int kind, int[] indices, bool isIndex) in chosen.Parts)
        {
            if (kind == -1)
            {
                result.Add(new Taken(-1, [0]));
            }
            else if (kind == -2)
            {
                KeepWhole(from, ref axis, from.Rank - named, result);
            }
            else if (isIndex)
            {
                fixedAt[axis++] = indices[0];
            }
            else
            {
                result.Add(new Taken(axis++, indices));
            }
        }

        KeepWhole(from, ref axis, hasEllipsis ? 0 : from.Rank - named, result);
        return Deriving.Pick(from, [.. result.Select(taken => taken.Indices.Length)], index =>
        {
            int[] source = [.. fixedAt];
            for (int i = 0; i < index.Length; i++)
            {
                if (result[i].Axis >= 0)
                {
                    source[result[i].Axis] = result[i].Indices[index[i]];
                }
            }

            return source;
        });
    }

    private static void KeepWhole(Window from, ref int axis, int count, List<Taken> result)
    {
        for (int end = axis + count; axis < end; axis++)
        {
            result.Add(new Taken(axis, [.. Enumerable.Range(0, from.Shape[axis])]));
        }
    }

    private static void ChooseAxis(Chance chance, Window from, int axis, Subscripts chosen)
    {
        int length = axis < from.Rank ? from.Shape[axis] : 3;
        if (chance.OneIn(3) && (length > 0 || chance.OneIn(20)))
        {
            bool outside = length == 0 || chance.OneIn(30);
            int index = !outside ? chance.Below(length) : chance.OneIn(2) ? length + chance.Below(2) : -length - 1 - chance.Below(2);
            int written = !outside && chance.OneIn(2) ? index - length : index;
            chosen.IsRefused |= outside;
            chosen.Add(written, $"{written}", 0, [index], isIndex: true);
            chosen.Dropped++;
            return;
        }

        Slice slice = AnySlice(chance, length);
        chosen.Add(slice, slice.ToString(), 0, Shapes.Take(length, slice.Start, slice.Stop, slice.Step ?? 1));
    }

    private static Slice AnySlice(Chance chance, int length)
    {
        nint? Bound() => chance.OneIn(3) ? null : chance.OneIn(30) ? chance.Of<nint>([nint.MaxValue, nint.MinValue, -nint.MaxValue]) : chance.From(-length - 2, length + 2);
        nint? step = chance.Below(4) switch
        {
            0 => null,
            1 => -1,
            2 => chance.OneIn(20) ? chance.Of<nint>([nint.MaxValue, -nint.MaxValue]) : chance.From(1, 4),
            _ => -chance.From(1, 4),
        };
        return new Slice(Bound(), Bound(), step);
    }

    private static (int[] Shape, int[] Places) TakeFirst(Window from, long start, long? stop)
    {
        int[] taken = Shapes.Take(from.Shape[0], start, stop, 1);
        return Deriving.Pick(from, [taken.Length, .. from.Shape[1..]], index => [taken[index[0]], .. index[1..]]);
    }

    private static long Signed(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? int.MaxValue : -index.Value;

    private static int[] Without(int[] shape, int axis) => [.. shape[..axis], .. shape[(axis + 1)..]];

    // All but the one asked for are given back: what is dropped would stay on loan until a collection.
    private static MemoryView Pick(MemoryView view, int axis, int which)
    {
        MemoryView? found = null;
        int at = 0;
        foreach (MemoryView part in view.Along(axis))
        {
            if (at++ == which)
            {
                found = part;
            }
            else
            {
                part.Release();
            }
        }

        return found!;
    }
}

/// <summary>A subscript in three ways: as given to the library, as text, and as indices for the model (kind -1: a new axis, -2: the ellipsis).</summary>
internal sealed class Subscripts
{
    public List<Subscript> Given { get; } = [];

    public List<string> Texts { get; } = [];

    public List<(int Axis, int[] Indices, bool IsIndex)> Parts { get; } = [];

    public bool IsRefused { get; set; }

    public int Dropped { get; set; }

    public int Added { get; private set; }

    public void Add(Subscript given, string text, int kind, int[] indices, bool isIndex = false)
    {
        Given.Add(given);
        Texts.Add(text);
        Parts.Add((kind, indices, isIndex));
        Added += kind == -1 ? 1 : 0;
    }
}
