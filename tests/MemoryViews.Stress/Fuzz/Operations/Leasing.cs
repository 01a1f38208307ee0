using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Spans, typed views and rows over leases, and borrowed memory.</summary>
internal static class Leasing
{
    public static void Bytes(World world)
    {
        Window on = world.Any();
        bool isRun = on.ByteLength == 0 || on.IsRun(false) == true || on.IsRun(true) == true;
        bool write = world.Chance.OneIn(3);
        world.Say($"{world.Note}{on}.Lease{(write ? "" : "ReadOnly")}().Bytes");
        byte[] fresh = world.Chance.Bytes(on.ByteLength), given = [];
        if (World.Try(Deriving.Unless(!isRun || (write && on.IsReadOnly), on).And(on.Ground.Addresses), () => given = write ? Overwrite(on, fresh) : Copy(on)))
        {
            int start = on.Hull().Low;
            World.Check(given.AsSpan().SequenceEqual(on.Ground.Model.AsSpan(start, on.ByteLength)), () => $"are {System.Convert.ToHexString(given)}");
            if (write)
            {
                fresh.CopyTo(on.Ground.Model, start);
            }
        }
    }

    public static void Items(World world)
    {
        Window on = world.Any();
        if (on.Item.HasValue)
        {
            _ = world.Chance.OneIn(8) ? Typed.Run(world.Chance, new Leaser(world, on)) : Typed.RunAs(on.Item, world.Chance, new Leaser(world, on));
        }
    }

    /// <summary>Memory for asynchronous I/O, and the address of an item, while other views write.</summary>
    public static void Borrow(World world)
    {
        Window on = world.Any();
        bool isRun = on.ByteLength == 0 || on.IsRun(false) == true || on.IsRun(true) == true;
        world.Say($"{world.Note}{on}.BorrowReadOnlyMemory<byte>()");
        byte[] given = [];
        if (World.Try(Deriving.Unless(!isRun, on).And(on.Ground.Addresses), () => given = Borrowed(on)))
        {
            int start = on.Hull().Low;
            World.Check(given.AsSpan().SequenceEqual(on.Ground.Model.AsSpan(start, on.ByteLength)), () => $"is {System.Convert.ToHexString(given)}");
        }

        if (on.Count > 0)
        {
            int flat = world.Chance.Below(on.Count);
            world.Say($"{world.Note}, PinItem of item {flat}");
            if (World.Try(on.Ground.Addresses, () => given = Pinned(on, flat)))
            {
                World.Check(given.AsSpan().SequenceEqual(on.ItemBytes(flat)), () => $"points at {System.Convert.ToHexString(given)}");
            }
        }
    }

    private static byte[] Borrowed(Window on)
    {
        using ReadOnlyMemoryOwner<byte> owner = on.View.BorrowReadOnlyMemory<byte>();
        return owner.Memory.ToArray();
    }

    private static unsafe byte[] Pinned(Window on, int flat)
    {
        using System.Buffers.MemoryHandle pin = on.View.PinItem([.. Shapes.Vector(flat, on.Shape).Select(index => (AxisIndex)index)]);
        return new ReadOnlySpan<byte>(pin.Pointer, on.Item.Size).ToArray();
    }

    private static byte[] Copy(Window on)
    {
        using ReadOnlyLease lease = on.View.LeaseReadOnly();
        return lease.Bytes.ToArray();
    }

    private static byte[] Overwrite(Window on, byte[] fresh)
    {
        using Lease lease = on.View.Lease();
        byte[] old = lease.Bytes.ToArray();
        fresh.CopyTo(lease.Bytes);
        return old;
    }

    private sealed class Leaser(World world, Window on) : ITyped<bool>
    {
        public bool Run<T>(ScalarModel own)
            where T : unmanaged
        {
            bool exact = on.Item.Scalar is { } scalar && (scalar.SameKind(own) || (scalar.Family == Family.Truth && own.Family == Family.Truth)) && (scalar.IsBig == own.IsBig || scalar.Size == 1);
            int way = world.Chance.Below(5);
            world.Say($"{world.Note}{on}.LeaseReadOnly(), way {way} of {typeof(T).Name}");
            bool direct = !on.IsIndirect;
            bool isRun = on.IsRun(false) != false;
            Verdict verdict = !exact ? Verdict.Refused : way switch
            {
                0 => isRun || on.IsRun(true) == true ? Verdict.Succeeds : Verdict.Refused,
                1 => on.Rank == 1 ? Deriving.Unless(false, on) : Verdict.Refused,
                2 or 4 => on.Rank == (way == 2 ? 2 : 3) && direct ? Verdict.Succeeds : Verdict.Refused,
                _ => on.Rank == 0 ? Verdict.Refused : on.IsIndirect ? Verdict.Either : Verdict.Succeeds,
            };
            byte[] given = [];
            if (World.Try(verdict.And(on.Ground.Addresses), () => given = Take<T>(way)))
            {
                bool fortran = way == 0 && !isRun;
                byte[] expected = fortran ? on.BytesInFortran() : on.Bytes();
                World.Check(given.AsSpan().SequenceEqual(expected), () => $"gives {System.Convert.ToHexString(given)}, should be {System.Convert.ToHexString(expected)}");
            }

            return true;
        }

        private byte[] Take<T>(int way)
            where T : unmanaged
        {
            using ReadOnlyLease lease = on.View.LeaseReadOnly();
            System.Collections.Generic.List<T> items = [];
            switch (way)
            {
                case 0:
                    return MemoryMarshal.AsBytes(lease.Span<T>()).ToArray();
                case 1:
                    ReadOnlyView1D<T> row = lease.View1D<T>();
                    for (nint i = 0; i < row.Length; i++)
                    {
                        items.Add(row[i]);
                    }

                    break;
                case 2:
                    ReadOnlyView2D<T> grid = lease.View2D<T>();
                    for (nint i = 0; i < grid.Rows * grid.Columns; i++)
                    {
                        items.Add(grid[i / grid.Columns, i % grid.Columns]);
                    }

                    break;
                case 4:
                    ReadOnlyView3D<T> cube = lease.View3D<T>();
                    for (nint i = 0; i < cube.Depth * cube.Rows * cube.Columns; i++)
                    {
                        items.Add(cube[i / cube.Columns / cube.Rows, i / cube.Columns % cube.Rows, i % cube.Columns]);
                    }

                    break;
                default:
                    foreach (ReadOnlyView1D<T> part in lease.Rows<T>())
                    {
                        for (nint i = 0; i < part.Length; i++)
                        {
                            items.Add(part[i]);
                        }
                    }

                    break;
            }

            return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(items)).ToArray();
        }
    }
}
