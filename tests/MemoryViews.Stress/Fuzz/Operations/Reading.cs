using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Items out of views: bytes in any order, lists, arrays, text, iteration.</summary>
internal static class Reading
{
    public static void ToBytes(World world)
    {
        Window from = world.Any();
        AxisOrder order = world.Chance.Of<AxisOrder>([AxisOrder.C, AxisOrder.F, AxisOrder.Any]);
        world.Say($"{world.Note}{from}.ToBytes({order})");
        bool fortran = order == AxisOrder.F || (order == AxisOrder.Any && from.IsRun(true) == true && from.IsRun(false) != true);
        byte[] expected = fortran ? from.BytesInFortran() : from.Bytes();
        byte[] given = from.View.ToBytes(order), room = new byte[expected.Length + 2];
        World.Check(given.AsSpan().SequenceEqual(expected), () => $"is {System.Convert.ToHexString(given)}, should be {System.Convert.ToHexString(expected)}");
        from.View.CopyTo(room.AsSpan(1), order);
        World.Check(room.AsSpan(1, expected.Length).SequenceEqual(expected) && room[0] == 0 && room[^1] == 0, () => "CopyTo gives other bytes, or more");
        World.Check(expected.Length == 0 || !World.Try(Verdict.Refused, () => from.View.CopyTo(room.AsSpan(0, expected.Length - 1), order)), () => "too short a span was taken");
    }

    public static void ToList(World world)
    {
        Window from = world.Any();
        world.Say($"{world.Note}{from}.ToList()");
        object? list = null;
        if (World.Try(from.Item.IsReadable ? Verdict.Succeeds : Verdict.Refused, () => list = from.View.ToList()) && from.Item.HasValue)
        {
            int at = 0;
            World.Check(SameList(list, from, 0, ref at) && at == from.Count, () => $"differs at item {at}: {Values.Show(list)}");
        }
    }

    /// <summary>An array of the format's own type; for some formats there is none.</summary>
    public static void ToArray(World world)
    {
        Window from = world.Any();
        world.Say($"{world.Note}{from}.ToArray()");
        Array? array = null;
        if (World.Try(!from.Item.IsReadable || from.Item is RecordModel || from.Rank > 32 ? Verdict.Refused : Verdict.Succeeds, () => array = from.View.ToArray()) && from.Item.HasValue)
        {
            int[] shape = [.. Enumerable.Range(0, array!.Rank).Select(array.GetLength)];
            World.Check(from.Rank == 0 ? array.Length == 1 : shape.AsSpan().SequenceEqual(from.Shape), () => $"has shape {Shapes.Show(shape)}");
            object?[] given = [.. array.Cast<object?>()];
            int different = Enumerable.Range(0, from.Count).FirstOrDefault(flat => !MatchesElement(given[flat], from.Value(flat)), -1);
            World.Check(different < 0, () => $"item {different} is {Values.Show(given[different])}, should be {Values.Show(from.Value(different))}");
        }
    }

    public static void ToTypedArray(World world)
    {
        Window from = world.Any();
        if (from.Item.HasValue)
        {
            _ = world.Chance.OneIn(2) ? Typed.RunAs(from.Item, world.Chance, new Taker(world, from)) : Typed.Run(world.Chance, new Taker(world, from));
        }
    }

    public static void Hex(World world)
    {
        Window from = world.Any();
        char? separator = world.Chance.OneIn(3) ? null : world.Chance.Of<char>([':', ' ', 'é']);
        int group = world.Chance.OneIn(30) ? world.Chance.Of<int>([int.MinValue, int.MaxValue]) : world.Chance.From(-5, 5);
        bool upper = world.Chance.OneIn(2);
        world.Say($"{world.Note}{from}.ToHexString('{separator}', {group}, {upper})");
        string given = from.View.ToHexString(separator, group, upper), expected = HexOf(from.Bytes(), separator, group, upper);
        World.Check(given == expected, () => $"is {given}, should be {expected}");
    }

    public static void Iterate(World world)
    {
        Window from = world.Any();
        world.Say($"{world.Note}foreach over {from}");
        List<object?> given = [];
        Verdict verdict = from.Rank == 1 && from.Item.IsReadable ? Verdict.Succeeds : Verdict.Refused;
        if (World.Try(verdict, () => Collect(from.View.GetEnumerator(), given)) && from.Item.HasValue)
        {
            World.Check(given.Count == from.Count && Enumerable.Range(0, from.Count).All(flat => Values.Matches(given[flat], from.Value(flat))), () => $"gives {Values.Show(given)}");
        }
    }

    /// <summary>The text with the items, which must not fail whatever they are, and says each of a few.</summary>
    public static void Text(World world)
    {
        Window from = world.Any();
        world.Say($"{world.Note}{from}.ToString(\"g\")");
        string text = from.View.ToString("g", null);
        World.Check(text.Length > 0 || from.Rank == 0, () => "is empty");
        char[] room = new char[text.Length];
        World.Check(from.View.TryFormat(room, out int written, "g", null) && written == text.Length, () => $"TryFormat wrote {written} of {text.Length}");
    }

    private static string HexOf(byte[] bytes, char? separator, int group, bool upper)
    {
        StringBuilder text = new();
        long size = Math.Abs((long)group);
        for (int i = 0; i < bytes.Length; i++)
        {
            // Groups are counted from the right, with a negative size from the left.
            long counted = group > 0 ? bytes.Length - i : i;
            if (i > 0 && separator is not null && size > 0 && counted % size == 0)
            {
                text.Append(separator);
            }

            text.Append(bytes[i].ToString(upper ? "X2" : "x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static void Collect(IEnumerator<object?> items, List<object?> into)
    {
        while (items.MoveNext())
        {
            into.Add(items.Current);
        }
    }

    // Arrays of bytes for c, where an item alone is bytes of length 1.
    private static bool MatchesElement(object? given, object? expected)
        => expected is byte[] { Length: 1 } bytes && given is byte single ? single == bytes[0] : Values.Matches(given, expected);

    private static bool SameList(object? given, Window from, int axis, ref int at)
    {
        if (axis == from.Rank)
        {
            return Values.Matches(given, from.Value(at++));
        }

        if (given is not IList list || list.Count != from.Shape[axis])
        {
            return false;
        }

        foreach (object? part in list)
        {
            if (!SameList(part, from, axis + 1, ref at))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Taker(World world, Window from) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            bool walk = world.Chance.OneIn(3);
            world.Say($"{world.Note}{from}.{(walk ? "Items" : "ToArray")}<{typeof(T).Name}>()");
            byte[]?[] expected = [.. Enumerable.Range(0, from.Count).Select(flat => from.Item.Scalar is { } scalar ? Items.Converted(from.ItemBytes(flat), scalar, own) : null)];
            T[] given = [];
            Verdict verdict = from.Item.Scalar is null ? Verdict.Refused : from.Count == 0 ? Verdict.Either : expected.Any(item => item is null) ? Verdict.Refused : Verdict.Succeeds;
            if (World.Try(verdict, () => given = walk ? [.. from.View.Items<T>()] : from.View.ToArray<T>()))
            {
                int different = Enumerable.Range(0, from.Count).FirstOrDefault(flat => !Items.SameButNaN(Items.LittleOf(given[flat], own), expected[flat]!, own), -1);
                World.Check(given.Length == from.Count && different < 0, () => $"item {different} of {given.Length} is {Values.Show(given[Math.Max(0, different)])}");
            }

            return true;
        }
    }
}
