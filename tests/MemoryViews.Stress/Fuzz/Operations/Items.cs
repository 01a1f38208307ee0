using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Single items, boxed and typed, with and without conversion.</summary>
internal static class Items
{
    public static void Get(World world)
    {
        Window from = world.Any();
        (int flat, AxisIndex[] indices, string text, bool refused) = Choose(world.Chance, from);
        world.Say($"{world.Note}{from}{text}");
        object? given = null;
        if (World.Try(refused || !from.Item.IsReadable ? Verdict.Refused : Verdict.Succeeds, () => given = Boxed(from, indices)) && from.Item.HasValue)
        {
            object? expected = from.Value(flat);
            World.Check(Values.Matches(given, expected), () => $"is {Values.Show(given)}, should be {Values.Show(expected)}");
        }
    }

    public static void Set(World world)
    {
        Window to = world.Any();
        if (!to.Item.HasValue)
        {
            return;
        }

        (int flat, AxisIndex[] indices, string text, bool refused) = Choose(world.Chance, to);
        object? value = to.Item.Invent(world.Chance);
        world.Say($"{world.Note}{to}{text} = {Values.Show(value)}");
        bool wrong = world.Chance.OneIn(20) && to.Item is not RecordModel;
        Verdict verdict = refused || to.IsReadOnly || (wrong && to.Item.Scalar?.Family != Family.Truth) ? Verdict.Refused : Verdict.Succeeds;
        if (World.Try(verdict, () => to.View[indices] = wrong ? new object() : value))
        {
            Span<byte> place = to.Ground.Model.AsSpan(to.Places[flat], to.Item.Size);
            to.Item.Write(place, wrong ? true : value);
        }
    }

    /// <summary>A number of another type into a whole number's item: range-checked.</summary>
    public static void SetNumber(World world)
    {
        if (world.Any(window => window.Item.Scalar is { Family: Family.Signed or Family.Unsigned, Code: not "P" }) is not { } to)
        {
            return;
        }

        (int flat, AxisIndex[] indices, string text, bool refused) = Choose(world.Chance, to);
        ScalarModel from = Formats.Of(world.Chance.Of<string>(["b", "B", "h", "H", "i", "I", "q", "Q"]));
        object value = from.Read(world.Chance.Bytes(from.Size));
        byte[]? bits = Numbers.Convert(value, to.Item.Scalar!);
        world.Say($"{world.Note}{to}{text} = {Values.Show(value)}");
        if (World.Try(refused || to.IsReadOnly || bits is null ? Verdict.Refused : Verdict.Succeeds, () => to.View[indices] = value))
        {
            to.Item.Scalar!.StoreLittle(to.Ground.Model.AsSpan(to.Places[flat]), bits);
        }
    }

    public static void GetTyped(World world)
    {
        Window from = world.Any();
        if (!from.Item.HasValue)
        {
            return;
        }

        Run(world, from, new TypedGet(world, from));
    }

    public static void SetTyped(World world)
    {
        Window to = world.Any();
        if (!to.Item.HasValue)
        {
            return;
        }

        Run(world, to, new TypedSet(world, to));
    }

    /// <summary>Whether two floats are the same number or both none: a conversion may change the bits of a NaN.</summary>
    public static bool SameButNaN(byte[] given, byte[] expected, ScalarModel item)
        => given.AsSpan().SequenceEqual(expected) || (Values.HoldsNaN(item.Read(given)) && Values.HoldsNaN(item.Read(expected)));

    /// <summary>A value by value as a T's bytes, lowest first; null when it must be refused.</summary>
    public static byte[]? Converted(ReadOnlySpan<byte> item, ScalarModel from, ScalarModel own)
        => from.SameKind(own) ? from.Little(item) : Numbers.Convert(from.Read(item), own);

    /// <summary>The bytes of a T, lowest first.</summary>
    public static byte[] LittleOf<T>(T value, ScalarModel own)
        where T : unmanaged => own.Little(System.Runtime.InteropServices.MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private static void Run(World world, Window window, ITyped<bool> with) => _ = world.Chance.OneIn(2) ? Typed.RunAs(window.Item, world.Chance, with) : Typed.Run(world.Chance, with);

    private static object? Boxed(Window from, AxisIndex[] indices) => from.View[indices];

    private static (int Flat, AxisIndex[] Indices, string Text, bool IsRefused) Choose(Chance chance, Window window)
    {
        int[] at = [.. window.Shape.Select(chance.Below)];
        bool refused = window.Count == 0;
        AxisIndex[] indices = new AxisIndex[window.Rank];
        string text = "";
        for (int axis = 0; axis < at.Length; axis++)
        {
            int extent = window.Shape[axis];
            if (chance.OneIn(60))
            {
                at[axis] = chance.OneIn(2) ? extent : -extent - 1;
                refused = true;
            }

            bool fromEnd = chance.OneIn(4) && at[axis] >= 0 && at[axis] < extent;
            int written = fromEnd || (at[axis] >= 0 && at[axis] < extent && chance.OneIn(3)) ? at[axis] - extent : at[axis];
            indices[axis] = fromEnd ? (AxisIndex)new Index(-written, true) : (AxisIndex)written;
            text += $"{(axis == 0 ? "" : ", ")}{written}";
        }

        if (chance.OneIn(60))
        {
            indices = [.. indices, 0];
            refused = true;
        }

        return (refused ? 0 : Shapes.Flat(at, window.Shape), indices, $"[{text}]", refused);
    }

    private sealed class TypedGet(World world, Window from) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            (int flat, AxisIndex[] indices, string text, bool refused) = Choose(world.Chance, from);
            world.Say($"{world.Note}{from}.Get<{typeof(T).Name}>({text})");
            byte[]? expected = refused || from.Item.Scalar is not { } scalar ? null : Converted(from.ItemBytes(flat), scalar, own);
            T value = default;
            if (World.Try(expected is null ? Verdict.Refused : Verdict.Succeeds, () => value = Get<T>(indices)))
            {
                byte[] given = LittleOf(value, own);
                World.Check(SameButNaN(given, expected!, own), () => $"is {Values.Show(value)}, should be {Values.Show(own.Read(expected))}");
            }

            return true;
        }

        private T Get<T>(AxisIndex[] indices)
            where T : unmanaged
        {
            bool quick = world.Chance.OneIn(2);
            nint At(int axis) => indices[axis].Resolve(axis, from.Shape[axis]);
            return indices.Length == from.Rank && quick && from.Rank == 1 ? from.View.Get<T>(At(0))
                : indices.Length == from.Rank && quick && from.Rank == 2 ? from.View.Get<T>(At(0), At(1))
                : from.View.Get<T>(indices);
        }
    }

    private sealed class TypedSet(World world, Window to) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            (int flat, AxisIndex[] indices, string text, bool refused) = Choose(world.Chance, to);
            byte[] content = world.Chance.Bytes(own.Size);
            content[0] = own.Family == Family.Truth ? (byte)(content[0] & 1) : content[0];
            T value = System.Runtime.InteropServices.MemoryMarshal.Read<T>(content);
            world.Say($"{world.Note}{to}.Set<{typeof(T).Name}>({text}, {Values.Show(value)})");
            byte[]? bits = refused || to.Item.Scalar is not { } scalar ? null : Converted(content, own, scalar);
            if (World.Try(bits is null || to.IsReadOnly ? Verdict.Refused : Verdict.Succeeds, () => Set(indices, value)))
            {
                Settle(to, flat, bits!);
            }

            return true;
        }

        private void Set<T>(AxisIndex[] indices, T value)
            where T : unmanaged
        {
            bool quick = world.Chance.OneIn(2);
            nint At(int axis) => indices[axis].Resolve(axis, to.Shape[axis]);
            if (indices.Length == to.Rank && quick && to.Rank is 1 or 2 && indices.Length == to.Rank)
            {
                if (to.Rank == 1)
                {
                    to.View.Set(At(0), value);
                }
                else
                {
                    to.View.Set(At(0), At(1), value);
                }
            }
            else
            {
                to.View.Set<T>(indices, value);
            }
        }
    }

    /// <summary>Puts a stored value into the model; where it became a NaN, with the bits the memory has.</summary>
    public static void Settle(Window to, int flat, byte[] little)
    {
        ScalarModel scalar = to.Item.Scalar!;
        Span<byte> place = to.Ground.Model.AsSpan(to.Places[flat], scalar.Size);
        scalar.StoreLittle(place, little);
        if (Values.HoldsNaN(scalar.Read(place)))
        {
            byte[] real = new byte[to.Ground.Model.Length];
            to.Ground.Look(real);
            Span<byte> stored = real.AsSpan(to.Places[flat], scalar.Size);
            if (Values.HoldsNaN(scalar.Read(stored)))
            {
                stored.CopyTo(place);
            }
        }
    }
}
