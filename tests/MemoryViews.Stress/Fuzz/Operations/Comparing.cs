using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Equality, the first difference, overlap, and searches.</summary>
internal static class Comparing
{
    public static void ContentEquals(World world)
    {
        Window a = world.Any(), b = Mate(world, a);
        world.Say($"{world.Note}{a}.ContentEquals({b})");
        bool? expected = !SameShape(a.Shape, b.Shape) ? false : a.Count == 0 ? true : !CanCompare(a, b) ? null : FirstMismatch(a, b) < 0;
        bool given = a.View.ContentEquals(b.View);
        World.Check(expected is null || given == expected, () => $"is {given}");
    }

    public static void Mismatch(World world)
    {
        Window a = world.Any(), b = Mate(world, a);
        world.Say($"{world.Note}{a}.FirstMismatch({b})");
        nint given = 0;
        if (World.Try(a.Shape.AsSpan().SequenceEqual(b.Shape) ? Verdict.Succeeds : Verdict.Refused, () => given = a.View.FirstMismatch(b.View)) && CanCompare(a, b))
        {
            int expected = FirstMismatch(a, b);
            World.Check(given == expected, () => $"is {given}, should be {expected}");
        }
    }

    public static void Overlaps(World world)
    {
        Window a = world.Any(), b = world.Any(window => window.Ground == world.Grounds[0]) ?? world.Any();
        world.Say($"{world.Note}{a}.Overlaps({b})");
        bool given = a.View.Overlaps(b.View);
        bool expected = a.Ground == b.Ground && BytesOf(a).Intersect(BytesOf(b)).Any();
        bool unknown = (a.IsIndirect || b.IsIndirect || a.Ground.Addresses == Verdict.Either) && a.ByteLength > 0 && b.ByteLength > 0;
        World.Check(given == expected || (unknown && given), () => $"is {given}");
    }

    public static void Hash(World world)
    {
        if (world.Any(window => window.IsReadOnly && window.Item.Text.TrimStart('@') is "B" or "b" or "c") is not { } from)
        {
            return;
        }

        world.Say($"{world.Note}{from}.ContentHashCode()");
        int expected = new Bytes(from.Bytes()).AsMemoryView().ContentHashCode();

        // A view remembers its hash, whatever happens to the memory: a new one has none to remember.
        using MemoryView fresh = from.View.AsReadOnly();
        World.Check(fresh.ContentHashCode() == expected, () => "differs from that of a copy of its bytes");
    }

    public static void Search(World world)
    {
        Window from = world.Any();
        if (from.Item.HasValue)
        {
            _ = world.Chance.OneIn(2) ? Typed.RunAs(from.Item, world.Chance, new Searcher(world, from)) : Typed.Run(world.Chance, new Searcher(world, from));
        }
    }

    /// <summary>Bytes anywhere in the bytes of a view of rank 1.</summary>
    public static void Pattern(World world)
    {
        Window from = world.Any();
        byte[] bytes = from.Bytes();
        int start = world.Chance.From(world.Chance.OneIn(20) ? -1 : 0, bytes.Length + (world.Chance.OneIn(20) ? 1 : 0));
        int at = world.Chance.Below(bytes.Length), length = Math.Min(world.Chance.Below(6), bytes.Length - at);
        byte[] pattern = world.Chance.OneIn(3) ? world.Chance.Bytes(world.Chance.Below(4)) : bytes.AsSpan(at, length).ToArray();
        world.Say($"{world.Note}{from}.IndexOf({System.Convert.ToHexString(pattern)}, {start})");
        bool refused = from.Rank != 1 || start < 0 || start > bytes.Length;
        nint given = 0;
        if (World.Try(refused ? Verdict.Refused : Verdict.Succeeds, () => given = from.View.IndexOf(pattern.AsSpan(), start)))
        {
            int expected = Enumerable.Range(start, bytes.Length - start + 1).FirstOrDefault(i => i + pattern.Length <= bytes.Length && bytes.AsSpan(i, pattern.Length).SequenceEqual(pattern), -1);
            World.Check(given == expected, () => $"is {given}, should be {expected}");
        }
    }

    private static int FirstMismatch(Window a, Window b)
        => Enumerable.Range(0, a.Count).FirstOrDefault(flat => !SameItem(a, b, flat), -1);

    private static bool SameItem(Window a, Window b, int flat) => Values.Equal(a.Value(flat), b.Value(flat));

    // Records of other formats are compared by value in ways the model does not follow; long doubles not at all.
    private static bool CanCompare(Window a, Window b) => a.Item.HasValue && b.Item.HasValue && (a.Item.Same(b.Item) || (a.Item.Scalar is not null && b.Item.Scalar is not null));

    // Lengths behind the first 0 do not count.
    private static bool SameShape(int[] a, int[] b)
    {
        int empty = Array.IndexOf(a, 0), count = empty < 0 ? a.Length : empty + 1;
        return a.Length == b.Length && a.AsSpan(0, count).SequenceEqual(b.AsSpan(0, count));
    }

    private static System.Collections.Generic.IEnumerable<int> BytesOf(Window window) => window.Places.SelectMany(place => Enumerable.Range(place, window.Item.Size));

    private static Window Mate(World world, Window a) => world.Any(window => window != a && window.Shape.AsSpan().SequenceEqual(a.Shape)) ?? world.Any();

    private sealed class Searcher(World world, Window from) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            byte[] content = Sought(own);
            T value = MemoryMarshal.Read<T>(content);
            int start = world.Chance.From(0, from.Count);
            world.Say($"{world.Note}{from}.IndexOf/Count<{typeof(T).Name}>({Values.Show(value)}, {start})");
            object sought = own.Read(content);
            Verdict verdict = from.Item.Scalar is not { } scalar || Numbers.NeverFits(own, scalar) ? Verdict.Refused : Verdict.Succeeds;
            nint count = 0, found = 0;
            if (!World.Try(verdict, () => count = from.View.Count(value)) || !World.Try(verdict, () => found = from.View.IndexOf(value, start)))
            {
                return true;
            }

            int[] hits = [.. Enumerable.Range(0, from.Count).Where(flat => Values.Equal(from.Value(flat), sought))];
            World.Check(count == hits.Length, () => $"are {count}, should be {hits.Length}");
            int first = hits.FirstOrDefault(flat => flat >= start, -1);
            World.Check(found == first, () => $"is at {found}, should be at {first}");
            return true;
        }

        // Mostly a value that is there.
        private byte[] Sought(ScalarModel own)
        {
            byte[]? there = from.Count > 0 && from.Item.Scalar is { } scalar && world.Chance.OneIn(2)
                ? Items.Converted(from.ItemBytes(world.Chance.Below(from.Count)), scalar, own) : null;
            byte[] content = there ?? world.Chance.Bytes(own.Size);
            content[0] = own.Family == Family.Truth ? (byte)(content[0] & 1) : content[0];
            return content;
        }
    }
}
