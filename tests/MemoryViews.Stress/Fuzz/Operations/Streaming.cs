using System;
using System.IO;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>The bytes of a view as a stream, as runs and as segments.</summary>
internal static class Streaming
{
    public static void Stream(World world)
    {
        Window on = world.Any();
        world.Say($"{world.Note}{on}.AsStream()");
        using Stream stream = on.View.AsStream();
        int length = on.ByteLength, at = 0;
        World.Check(stream.Length == length, () => $"is {stream.Length} long");
        for (int step = world.Chance.From(1, 5); step > 0; step--)
        {
            int count = world.Chance.Below(Math.Min(length, 40) + 3);
            switch (world.Chance.Below(4))
            {
                case 0:
                    at = world.Chance.From(0, length + 2);
                    world.Say($"{world.Note}, seek {at}");
                    stream.Seek(at, SeekOrigin.Begin);
                    break;
                case 1:
                    world.Say($"{world.Note}, write {count} at {at}");
                    at += Write(world, on, stream, at, count);
                    break;
                default:
                    world.Say($"{world.Note}, read {count} at {at}");
                    at += Read(on, stream, at, count);
                    break;
            }

            World.Check(stream.Position == at, () => $"stands at {stream.Position}, should be at {at}");
        }
    }

    /// <summary>All bytes out to a stream, or in from one that may be too short.</summary>
    public static void Transfer(World world)
    {
        Window on = world.Any();
        byte[] bytes = world.Chance.Bytes(on.ByteLength);
        if (world.Chance.OneIn(2))
        {
            world.Say($"{world.Note}{on}.CopyTo(stream)");
            using MemoryStream into = new();
            on.View.CopyTo(into);
            World.Check(into.ToArray().AsSpan().SequenceEqual(on.Bytes()), () => $"wrote {System.Convert.ToHexString(into.ToArray())}");
            return;
        }

        int missing = world.Chance.OneIn(5) ? world.Chance.Below(bytes.Length + 1) : 0;
        world.Say($"{world.Note}{on}.ReadFrom(stream of {bytes.Length - missing})");
        using MemoryStream from = new(bytes, 0, bytes.Length - missing);
        nint done = 0;
        bool refused = on.IsReadOnly || (on.ByteLength > 0 && on.OverlapsItself());
        if (World.Try(refused ? Verdict.Refused : Verdict.Succeeds, () => done = on.View.ReadFrom(from)))
        {
            World.Check(done == bytes.Length - missing, () => $"read {done}");
            Put(on, 0, bytes.AsSpan(0, (int)done));
        }
    }

    public static void Runs(World world)
    {
        Window on = world.Any();
        world.Say($"{world.Note}{on}.ContiguousRuns()");
        byte[] given = [], expected = on.Bytes();
        bool borrowed = world.Chance.OneIn(2);
        if (World.Try(Deriving.Unless(false, on).And(borrowed ? on.Ground.Addresses : Verdict.Succeeds), () => given = Gather(on, borrowed)))
        {
            World.Check(given.AsSpan().SequenceEqual(expected), () => $"give {System.Convert.ToHexString(given)}, should be {System.Convert.ToHexString(expected)}");
        }
    }

    private static byte[] Gather(Window on, bool borrowed)
    {
        if (borrowed)
        {
            using ReadOnlySegmentsOwner segments = on.View.BorrowReadOnlySegments();
            return [.. segments.SelectMany(segment => segment.ToArray())];
        }

        nint delta = on.Count == 0 ? 0 : on.View.Layout.Offset - on.Places[0];
        using MemoryStream all = new();
        foreach (ContiguousRun run in on.View.ContiguousRuns())
        {
            all.Write(on.Ground.Model, (int)(run.Offset - delta), (int)run.Length);
        }

        return all.ToArray();
    }

    private static int Read(Window on, Stream stream, int at, int count)
    {
        byte[] room = new byte[count];
        int expected = Math.Clamp(on.ByteLength - at, 0, count), given = stream.Read(room);
        World.Check(given == expected && room.AsSpan(0, given).SequenceEqual(on.Bytes().AsSpan(Math.Min(at, on.ByteLength), given)), () => $"{given} bytes: {System.Convert.ToHexString(room)}");
        return given;
    }

    private static int Write(World world, Window on, Stream stream, int at, int count)
    {
        byte[] bytes = world.Chance.Bytes(count);
        bool refused = on.IsReadOnly || at + count > on.ByteLength || on.OverlapsItself();
        Verdict verdict = !refused ? Verdict.Succeeds : count == 0 || on.ByteLength == 0 ? Verdict.Either : Verdict.Refused;
        if (!World.Try(verdict, () => stream.Write(bytes)))
        {
            return 0;
        }

        Put(on, at, bytes);
        return count;
    }

    // Byte k of the stream is byte k % size of item k / size.
    private static void Put(Window on, int at, ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            on.Ground.Model[on.Places[(at + i) / on.Item.Size] + ((at + i) % on.Item.Size)] = bytes[i];
        }
    }
}
