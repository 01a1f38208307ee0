using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>The same bytes as other items: casts, fields, layouts of one's own.</summary>
internal static class Casting
{
    public static void Cast(World world)
    {
        Window from = world.Any();
        ItemModel to = Target(world.Chance, from);
        (int[] Shape, int[] Places)? result = Model(from, to);
        Verdict verdict = Predict(from, result);
        Deriving.Make(world, from, $".Cast(\"{to.Text}\")", verdict, () => from.View.Cast(to.Text), () => result ?? Empty(from, to), to);
    }

    public static void CastShape(World world)
    {
        Window from = world.Any();
        ItemModel to = Target(world.Chance, from);
        (int[] Shape, int[] Places)? flat = Model(from, to);
        bool fortran = world.Chance.OneIn(4);
        int[] shape = Turning.Factors(world.Chance, flat is { } known ? known.Places.Length : world.Chance.Below(8));
        bool refused = (flat is null && from.ByteLength > 0) || (world.Chance.OneIn(20) && shape.Length > 0 && from.ByteLength > 0);
        if (refused && flat is not null)
        {
            shape[^1]++;
        }

        Verdict verdict = refused ? Verdict.Refused : from.IsRun(false) == true || from.IsRun(true) == true ? Verdict.Succeeds : Verdict.Either;
        Deriving.Make(
            world, from, $".Cast(\"{to.Text}\", [{string.Join(", ", shape)}], {(fortran ? "F" : "C")})", verdict,
            () => from.View.Cast(to.Format, Shapes.Wide(shape), fortran ? AxisOrder.F : AxisOrder.C),
            () => flat is null ? (shape, []) : (shape, fortran ? Turned(shape, flat.Value.Places) : flat.Value.Places), to);
    }

    public static void Field(World world)
    {
        if (world.Any(window => window.Item is RecordModel) is not { } from || from.Item is not RecordModel record)
        {
            return;
        }

        FieldModel field = world.Chance.Of(record.Fields);
        string name = world.Chance.OneIn(30) ? "none" : field.Name;
        int[] sub = field.Shape ?? [];
        Deriving.Make(
            world, from, $"[\"{name}\"]", Deriving.Unless(name == "none", from), () => from.View[name],
            () => ([.. from.Shape, .. sub], [.. from.Places.SelectMany(place => GroundKinds.Row(place + field.Offset, field.Count, field.Unit.Size))]), field.Unit);
    }

    public static void WithLayout(World world)
    {
        Window from = world.Any();
        ItemModel to = world.Chance.OneIn(3) ? from.Item : Formats.Any(world.Chance);
        int[] shape = world.Chance.OneIn(3) ? from.Shape : [.. Enumerable.Range(0, world.Chance.Below(4)).Select(_ => world.Chance.Extent(5))];
        WithLayout(world, from, to, shape, world.Chance.OneIn(8));
    }

    /// <summary>Items anywhere in the bytes lent, at any distances; now and then outside them, which is refused.</summary>
    public static void WithLayout(World world, Window from, ItemModel to, int[] shape, bool mayLeave)
    {
        if (from.Ground.IsIndirect || from.Count == 0 || to.Size == 0 || from.Loan.Low == from.Loan.High)
        {
            return;
        }

        int slack = mayLeave ? to.Size + 8 : 0;
        if (Layouts.Random(world.Chance, to.Size, shape, from.Loan.Low - slack, from.Loan.High + slack, world.Chance.OneIn(5)) is not { } found)
        {
            return;
        }

        int[] places = Layouts.Places(shape, found.Strides, found.Offset);
        bool refused = !to.IsReadable || places.Any(place => place < from.Loan.Low || place + to.Size > from.Loan.High);
        nint delta = from.View.Layout.Offset - from.Places[0];
        Layout layout = Layout.Strided(to.Size, Shapes.Wide(shape), Shapes.Wide(found.Strides), found.Offset + delta);
        Deriving.Make(world, from, $".WithLayout(\"{to.Text}\", {layout})", refused ? Verdict.Refused : Verdict.Succeeds, () => from.View.WithLayout(to.Format, layout), () => (shape, places), to);
    }

    /// <summary>The model of a cast without a shape; null when it must be refused, or when there is no byte to speak of.</summary>
    private static (int[] Shape, int[] Places)? Model(Window from, ItemModel to)
    {
        if (from.ByteLength == 0 || to.Size == 0)
        {
            return null;
        }

        bool isC = from.IsRun(false) == true, isF = from.IsRun(true) == true;
        if (isC || isF)
        {
            int start = from.Places.Min(), count = from.ByteLength / to.Size;
            return from.ByteLength % to.Size == 0 ? ([count], GroundKinds.Row(start, count, to.Size)) : null;
        }

        return to.Size == from.Item.Size ? (from.Shape, from.Places) : LastAxis(from, to);
    }

    // Every row of the last axis must be one run of bytes, which is then cut anew.
    private static (int[] Shape, int[] Places)? LastAxis(Window from, ItemModel to)
    {
        int length = from.Rank == 0 ? 1 : from.Shape[^1], bytes = length * from.Item.Size;
        bool isRun = from.Rank > 0 && Enumerable.Range(0, from.Count).All(i => i % length == 0 || from.Places[i] == from.Places[i - 1] + from.Item.Size);
        if (!isRun || bytes % to.Size != 0)
        {
            return null;
        }

        int count = bytes / to.Size;
        return ([.. from.Shape[..^1], count], [.. from.Places.Where((_, i) => i % length == 0).SelectMany(place => GroundKinds.Row(place, count, to.Size))]);
    }

    // Without a byte the library may cast or refuse, by its strides; it gives one empty axis or keeps the axes.
    private static (int[] Shape, int[] Places) Empty(Window from, ItemModel to)
        => (from.Item.Size == to.Size && from.IsRun(false) is null && from.View.IsContiguous == false ? from.Shape : [0], []);

    private static Verdict Predict(Window from, (int[] Shape, int[] Places)? result)
        => from.ByteLength == 0 ? Verdict.Either : result is null ? Verdict.Refused : Deriving.Unless(false, from);

    private static ItemModel Target(Chance chance, Window from)
    {
        // Half of the time a size that divides the bytes, so that most casts are made.
        for (int tries = 0; tries < 4; tries++)
        {
            ItemModel to = Formats.Any(chance);
            int row = from.Rank == 0 ? from.Item.Size : from.Shape[^1] * from.Item.Size;
            if (to.Size > 0 && row % to.Size == 0)
            {
                return to;
            }
        }

        return Formats.Any(chance);
    }

    private static int[] Turned(int[] shape, int[] places)
    {
        int[] turned = [.. shape.Reverse()];
        return Shapes.Map(shape, index => places[Shapes.Flat([.. index.Reverse()], turned)]);
    }
}
