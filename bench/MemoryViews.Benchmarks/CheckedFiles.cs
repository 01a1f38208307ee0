using System;
using System.Globalization;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews.Benchmarks;

/// <summary>
/// What it costs that a file may be cut short by others: the same bytes, all of them in memory, copied, searched and read one by one through a
/// checked file, a mapped one, and what .NET has. The time is that of the processor, so that what else the machine does hardly shows.
/// </summary>
internal static class CheckedFiles
{
    private const int Megabytes = 256;
    private const int Length = Megabytes << 20;
    private const int Items = 20_000;
    private const int Rounds = 7;
    private const double CopyGoal = 1.6;

    /// <summary>One line: what is measured, how many operations it makes, and the line it is held against.</summary>
    private sealed record Line(string Name, int Operations, Func<nint> Body, int Peer, double? Goal = null)
    {
        public double Best { get; private set; } = double.MaxValue;

        public void Measure()
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            nint result = Body();
            Best = Math.Min(Best, (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / Operations);
            GC.KeepAlive(result);
        }
    }

    /// <param name="path">A file of at least 256 MiB.</param>
    public static void Print(string path)
    {
        using MappedFile mappedFile = MappedFile.Open(path, length: Length), checkedFile = MappedFile.Open(path, length: Length, isChecked: true);
        using MemoryView mapped = new(mappedFile), guarded = new(checkedFile);
        using SafeFileHandle handle = File.OpenHandle(path);
        byte[] source = mapped.ToBytes(), target = new byte[Length];
        Line[] lines =
        [
            new("memcpy, array to array", 1, () => Copy(source, target), 0),
            new("RandomAccess.Read into an array", 1, () => ReadAll(handle, target), 0),
            new("view.CopyTo(array), mapped", 1, () => Copy(mapped, target), 0),
            new("view.CopyTo(array), checked", 1, () => Copy(guarded, target), 0, CopyGoal),
            new("span.Count(item), array", 1, () => source.AsSpan().Count((byte)7), 4),
            new("view.Count(item), mapped", 1, () => mapped.Count((byte)7), 4),
            new("view.Count(item), checked", 1, () => guarded.Count((byte)7), 4),
            new("RandomAccess.Read of one byte", Items, () => ReadOneByOne(handle), 7),
            new("view.Get<byte>(i), mapped", Items, () => GetOneByOne(mapped), 7),
            new("view.Get<byte>(i), checked", Items, () => GetOneByOne(guarded), 7),
        ];
        for (int round = 0; round < Rounds; round++)
        {
            Array.ForEach(lines, line => line.Measure());
        }

        Write(lines);
    }

    private static void Write(Line[] lines)
    {
        Console.WriteLine();
        Console.WriteLine($"{Megabytes} MiB that are in memory, or {Items} single items of them; best of {Rounds} interleaved rounds");
        Console.WriteLine($"{"",-46} {"cpu us",11} {"goal",6} {"x peer",8}  peer");
        foreach (Line line in lines)
        {
            Line peer = lines[line.Peer];
            double ratio = line.Best / peer.Best;
            string goal = line.Goal?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Name,-46} {line.Best,11:0.000} {goal,6} {(peer == line ? "" : ratio.ToString("0.00", CultureInfo.InvariantCulture)),8}  {(peer == line ? "" : peer.Name)}{(ratio > line.Goal ? "  MISSED" : "")}"));
        }
    }

    private static nint Copy(byte[] source, byte[] target)
    {
        source.AsSpan().CopyTo(target);
        return target[^1];
    }

    private static nint Copy(MemoryView view, byte[] target)
    {
        view.CopyTo(target.AsSpan());
        return target[^1];
    }

    private static nint ReadAll(SafeFileHandle handle, byte[] target)
    {
        int done = 0;
        while (done < Length && RandomAccess.Read(handle, target.AsSpan(done), done) is > 0 and int count)
        {
            done += count;
        }

        return done;
    }

    private static nint ReadOneByOne(SafeFileHandle handle)
    {
        Span<byte> one = stackalloc byte[1];
        nint sum = 0;
        for (int i = 0; i < Items; i++)
        {
            sum += RandomAccess.Read(handle, one, i * 4096L % Length) + one[0];
        }

        return sum;
    }

    private static nint GetOneByOne(MemoryView view)
    {
        nint sum = 0;
        for (int i = 0; i < Items; i++)
        {
            sum += view.Get<byte>((nint)(i * 4096L % Length));
        }

        return sum;
    }
}
