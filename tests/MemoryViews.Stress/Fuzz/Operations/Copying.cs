using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Copies into views: from views that may share the memory, from spans, from one value; with broadcasting and conversion.</summary>
internal static class Copying
{
    /// <summary>dst[subscript] = src, CopyFrom and CopyTo between views of one format.</summary>
    public static void Assign(World world)
    {
        Window to = world.Any(), from = Source(world, to);
        int way = world.Chance.Below(3);
        bool exact = way == 2;
        world.Say($"{world.Note}{(exact ? $"{from}.CopyTo({to})" : way == 1 ? $"{to}.CopyFrom({from})" : $"{to}[...] = {from}")}");
        bool refused = to.IsReadOnly || !to.Item.Same(from.Item)
            || !(exact ? to.Shape.AsSpan().SequenceEqual(from.Shape) : Shapes.Broadcasts(from.Shape, to.Shape))
            || (to.Count > 0 && to.OverlapsItself());
        byte[] bytes = from.Bytes();
        Action copy = exact ? () => from.View.CopyTo(to.View) : way == 1 ? () => to.View.CopyFrom(from.View) : () => to.View[Subscript.Ellipsis] = from.View;
        if (World.Try(Verdict(refused), copy))
        {
            Store(to, flat => bytes.AsSpan(Shapes.Flat(Shapes.Unbroadcast(Shapes.Vector(flat, to.Shape), from.Shape), from.Shape) * from.Item.Size, from.Item.Size).ToArray());
        }
    }

    /// <summary>Assignment to a part: dst[2:5, ::-1] = src.</summary>
    public static void AssignPart(World world)
    {
        Window to = world.Any();
        Subscripts chosen = Slicing.Choose(world.Chance, to);
        if (chosen.IsRefused || to.Ground.IsIndirect || chosen.Parts.Count(part => part.IsIndex) == to.Rank)
        {
            return;
        }

        (int[] shape, int[] places) = Slicing.Model(to, chosen);
        Window part = new() { Name = "part", View = to.View, Loan = to.Loan, Item = to.Item, Shape = shape, Places = places, IsReadOnly = to.IsReadOnly };
        Window from = Source(world, part);
        world.Say($"{world.Note}{to}[{string.Join(", ", chosen.Texts)}] = {from}");
        bool refused = to.IsReadOnly || !to.Item.Same(from.Item) || !Shapes.Broadcasts(from.Shape, shape) || (part.Count > 0 && part.OverlapsItself());
        byte[] bytes = from.Bytes();
        if (World.Try(Verdict(refused), () => to.View[chosen.Given.ToArray()] = from.View))
        {
            Store(part, flat => bytes.AsSpan(Shapes.Flat(Shapes.Unbroadcast(Shapes.Vector(flat, shape), from.Shape), from.Shape) * from.Item.Size, from.Item.Size).ToArray());
        }
    }

    /// <summary>Values of any number format into those of another; all or nothing.</summary>
    public static void Convert(World world)
    {
        Window to = world.Any();
        Window? source = world.Any(window => window.Shape.AsSpan().SequenceEqual(to.Shape) && window != to) ?? to;
        Window from = world.Chance.OneIn(20) ? world.Any() : source;
        if ((!to.Item.HasValue || !from.Item.HasValue) && !to.Item.Same(from.Item))
        {
            return;
        }

        world.Say($"{world.Note}{from}.ConvertTo({to})");
        byte[]?[] little = [.. Enumerable.Range(0, from.Count).Select(flat => to.Item.Same(from.Item) ? from.ItemBytes(flat).ToArray() : Converted(from, flat, to))];
        bool scalars = to.Item.Same(from.Item) || (to.Item.Scalar is not null && from.Item.Scalar is not null);
        bool refused = to.IsReadOnly || !to.Shape.AsSpan().SequenceEqual(from.Shape) || little.Any(bits => bits is null) || OverlapsUnlessRun(to);
        Verdict verdict = refused ? Fuzz.Verdict.Refused : scalars ? Fuzz.Verdict.Succeeds : Fuzz.Verdict.Either;
        if (World.Try(verdict, () => from.View.ConvertTo(to.View)))
        {
            StoreLittle(to, from.Item, little);
        }
    }

    public static void Fill(World world)
    {
        Window to = world.Any();
        if (to.Item.HasValue)
        {
            _ = world.Chance.OneIn(2) ? Typed.RunAs(to.Item, world.Chance, new Filler(world, to)) : Typed.Run(world.Chance, new Filler(world, to));
        }
    }

    public static void FromBytes(World world)
    {
        Window to = world.Any();
        AxisOrder order = world.Chance.Of<AxisOrder>([AxisOrder.C, AxisOrder.F, AxisOrder.Any]);
        bool wrongLength = world.Chance.OneIn(20);
        byte[] bytes = world.Chance.Bytes(to.ByteLength + (wrongLength ? 1 : 0));
        world.Say($"{world.Note}{to}.CopyFromBytes({bytes.Length} bytes, {order})");
        if (World.Try(Verdict(to.IsReadOnly || wrongLength || OverlapsUnlessRun(to)), () => to.View.CopyFromBytes(bytes, order)))
        {
            int at = 0;
            bool fortran = order == AxisOrder.F || (order == AxisOrder.Any && to.IsRun(true) == true && to.IsRun(false) != true);
            foreach (int flat in fortran ? to.FortranOrder() : Enumerable.Range(0, to.Count))
            {
                bytes.AsSpan(at, to.Item.Size).CopyTo(to.Ground.Model.AsSpan(to.Places[flat]));
                at += to.Item.Size;
            }
        }
    }

    /// <summary>A span of any type into all items, by value.</summary>
    public static void FromSpan(World world)
    {
        Window to = world.Any();
        if (to.Item.HasValue)
        {
            _ = world.Chance.OneIn(2) ? Typed.RunAs(to.Item, world.Chance, new SpanCopier(world, to)) : Typed.Run(world.Chance, new SpanCopier(world, to));
        }
    }

    // Truth values go over as they lie: any byte but 0 stays as true as it was.
    private static byte[]? Converted(Window from, int flat, Window to)
        => from.Item.Scalar is not { } own || to.Item.Scalar is not { } scalar ? null
        : own.Family == Family.Truth && scalar.Family == Family.Truth ? from.ItemBytes(flat).ToArray()
        : Items.Converted(from.ItemBytes(flat), own, scalar);

    private static Verdict Verdict(bool refused) => refused ? Fuzz.Verdict.Refused : Fuzz.Verdict.Succeeds;

    private static bool OverlapsUnlessRun(Window to) => to.ByteLength > 0 && to.OverlapsItself();

    // All sources were read before: the copy behaves as if they had been.
    private static void Store(Window to, Func<int, byte[]> source)
    {
        for (int flat = 0; flat < to.Count; flat++)
        {
            source(flat).CopyTo(to.Ground.Model, to.Places[flat]);
        }
    }

    private static void StoreLittle(Window to, ItemModel from, byte[]?[] little)
    {
        for (int flat = 0; flat < to.Count; flat++)
        {
            if (to.Item.Same(from))
            {
                little[flat]!.CopyTo(to.Ground.Model, to.Places[flat]);
            }
            else
            {
                Items.Settle(to, flat, little[flat]!);
            }
        }
    }

    // A view of the format and of a shape that fits: one there is, the destination itself turned round, or one laid somewhere over its memory.
    private static Window Source(World world, Window to)
    {
        switch (world.Chance.Below(4))
        {
            case 0:
                return world.Any(window => window.Item.Same(to.Item) && Shapes.Broadcasts(window.Shape, to.Shape)) ?? world.Any();
            case 1 or 2:
                int[] shape = world.Chance.OneIn(3) ? [.. to.Shape.Select(extent => world.Chance.OneIn(3) ? 1 : extent).Skip(world.Chance.OneIn(4) ? 1 : 0)] : to.Shape;
                Window base1 = world.Any(window => window.Ground == to.Ground && window.Count > 0 && window.IsRoot) ?? world.Any();
                Window? last = world.Alive.LastOrDefault();
                Casting.WithLayout(world, base1, to.Item, shape, false);
                world.Say(world.Note + "; ");
                return world.Alive.LastOrDefault() is { } made && made != last ? made : world.Any();
            default:
                return world.Any();
        }
    }

    private sealed class Filler(World world, Window to) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            byte[] content = world.Chance.Bytes(own.Size);
            content[0] = own.Family == Family.Truth ? (byte)(content[0] & 1) : content[0];
            T value = MemoryMarshal.Read<T>(content);
            world.Say($"{world.Note}{to}.Fill<{typeof(T).Name}>({Values.Show(value)})");
            byte[]? bits = to.Item.Scalar is { } scalar ? Items.Converted(content, own, scalar) : null;
            if (World.Try(Verdict(bits is null || to.IsReadOnly || OverlapsUnlessRun(to)), () => to.View.Fill(value)))
            {
                for (int flat = 0; flat < to.Count; flat++)
                {
                    to.Item.Scalar!.StoreLittle(to.Ground.Model.AsSpan(to.Places[flat]), bits);
                }

                Settle(to);
            }

            return true;
        }

        private static void Settle(Window to)
        {
            for (int flat = 0; flat < to.Count && Values.HoldsNaN(to.Value(flat)); flat++)
            {
                Items.Settle(to, flat, to.Item.Scalar!.Little(to.ItemBytes(flat)));
            }
        }
    }

    private sealed class SpanCopier(World world, Window to) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            bool wrongLength = world.Chance.OneIn(20);
            byte[] content = world.Chance.Bytes((to.Count + (wrongLength ? 1 : 0)) * own.Size);
            for (int at = 0; own.Family == Family.Truth && at < content.Length; at++)
            {
                content[at] &= 1;
            }

            world.Say($"{world.Note}{to}.CopyFrom({content.Length / own.Size} of {typeof(T).Name})");
            byte[]?[] bits = [.. Enumerable.Range(0, to.Count).Select(i => to.Item.Scalar is { } scalar ? Items.Converted(content.AsSpan(i * own.Size, own.Size), own, scalar) : null)];
            bool refused = to.IsReadOnly || wrongLength || bits.Any(item => item is null) || OverlapsUnlessRun(to);
            Verdict verdict = refused ? to.Count == 0 && !to.IsReadOnly && !wrongLength ? Fuzz.Verdict.Either : Fuzz.Verdict.Refused : to.Item.Scalar is null ? Fuzz.Verdict.Either : Fuzz.Verdict.Succeeds;
            if (World.Try(verdict, () => to.View.CopyFrom<T>(MemoryMarshal.Cast<byte, T>(content))))
            {
                for (int flat = 0; flat < to.Count; flat++)
                {
                    Items.Settle(to, flat, bits[flat]!);
                }
            }

            return true;
        }
    }
}
