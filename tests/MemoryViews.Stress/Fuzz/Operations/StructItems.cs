using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Records read and written as one struct, gap and all.</summary>
internal static class StructItems
{
    public static void Use(World world)
    {
        if (world.Any(window => window.Item.Same(Formats.Pair) && window.Count > 0) is not { } on)
        {
            MakeSome(world);
            return;
        }

        byte[] content = world.Chance.Bytes(8);
        PairOfNumbers value = MemoryMarshal.Read<PairOfNumbers>(content);
        int flat = world.Chance.Below(on.Count);
        AxisIndex[] at = [.. Shapes.Vector(flat, on.Shape).Select(index => (AxisIndex)index)];
        switch (world.Chance.Below(4))
        {
            case 0:
                Get(world, on, flat, at);
                break;
            case 1:
                world.Say($"{world.Note}{on}.Set(item {flat}, {value})");
                Write(on, false, () => on.View.Set(at, value), [flat], content);
                break;
            case 2:
                world.Say($"{world.Note}{on}.Fill({value})");
                Write(on, on.OverlapsItself(), () => on.View.Fill(value), [.. Enumerable.Range(0, on.Count)], content);
                break;
            default:
                Search(world, on, MemoryMarshal.Read<PairOfNumbers>(world.Chance.OneIn(2) ? on.ItemBytes(flat) : content));
                break;
        }
    }

    private static void MakeSome(World world)
    {
        Window from = world.Any();
        int most = (from.Loan.High - from.Loan.Low) / 8;
        Casting.WithLayout(world, from, Formats.Pair, [world.Chance.From(0, Math.Min(most, 8))], false);
    }

    private static void Get(World world, Window on, int flat, AxisIndex[] at)
    {
        world.Say($"{world.Note}{on}: items as structs, item {flat}");
        PairOfNumbers given = on.View.Get<PairOfNumbers>(at), expected = Expected(on, flat);
        World.Check(given == expected, () => $"is {given}, should be {expected}");
        PairOfNumbers[] all = on.View.ToArray<PairOfNumbers>();
        World.Check(all.Length == on.Count && Enumerable.Range(0, on.Count).All(i => all[i] == Expected(on, i)), () => $"ToArray gives {Values.Show(all)}");
    }

    private static void Search(World world, Window on, PairOfNumbers sought)
    {
        world.Say($"{world.Note}{on}.IndexOf/Count({sought})");
        byte[] bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<PairOfNumbers>(in sought)).ToArray();

        // By value: the gap does not count.
        int[] hits = [.. Enumerable.Range(0, on.Count).Where(flat => Expected(on, flat) == sought)];
        nint count = on.View.Count(sought), found = on.View.IndexOf(sought);
        World.Check(count == hits.Length, () => $"are {count}, should be {hits.Length}: {System.Convert.ToHexString(bytes)} in {System.Convert.ToHexString(on.Bytes())}");
        World.Check(found == hits.FirstOrDefault(-1), () => $"is at {found}");
    }

    private static void Write(Window on, bool refused, Action write, int[] items, byte[] content)
    {
        if (World.Try(refused || on.IsReadOnly ? Verdict.Refused : Verdict.Succeeds, write))
        {
            byte[] real = new byte[on.Ground.Model.Length];
            on.Ground.Look(real);
            foreach (int flat in items)
            {
                // .NET may pass a struct field by field: what is in the gap between them is anything.
                int place = on.Places[flat];
                content.CopyTo(on.Ground.Model, place);
                real.AsSpan(place + 2, 2).CopyTo(on.Ground.Model.AsSpan(place + 2));
            }
        }
    }

    private static PairOfNumbers Expected(Window on, int flat) => MemoryMarshal.Read<PairOfNumbers>(on.ItemBytes(flat));
}
