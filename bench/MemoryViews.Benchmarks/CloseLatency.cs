using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace MemoryViews.Benchmarks;

/// <summary>How long closing takes while every core reads the memory that is closed, item by item.</summary>
internal static class CloseLatency
{
    public const int Bytes = 64 << 10;

    private const int Closes = 20_000;
    private const double Goal = 30; // us, the 99th of 100

    private static MemoryView? s_current;
    private static bool s_isStopped;

    /// <summary>Prints a line for each kind of memory. 1 when the goal was missed.</summary>
    /// <param name="path">A file of <see cref="Bytes"/>.</param>
    public static int Run(string path)
    {
        Console.WriteLine();
        Console.WriteLine($"close under {Environment.ProcessorCount} readers, {Closes:N0} times; us");
        Console.WriteLine($"{"",-46} {"p50",9} {"p99",9} {"p99.9",9} {"max",9} {"goal p99",9}");
        int missed = Measure("NativeBuffer of 4 KiB", Goal, () => NativeBuffer.Allocate(4 << 10))
            + Measure("NativeBuffer of 64 KiB", Goal, () => NativeBuffer.Allocate(Bytes))
            + Measure("NativeBuffer of 1 MiB", null, () => NativeBuffer.Allocate(1 << 20))
            + Measure("MappedFile of 64 KiB", Goal, () => MappedFile.Open(path));
        Console.WriteLine($"{3 - missed} goals met, {missed} missed");
        return Math.Min(missed, 1);
    }

    private static int Measure<T>(string name, double? goal, Func<T> make)
        where T : MemoryBlock, IBufferExporter
    {
        T block = Publish(make());
        Volatile.Write(ref s_isStopped, false);
        Thread[] readers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(ReadUntilStopped))];
        Array.ForEach(readers, reader => reader.Start());
        double[] times = new double[Closes];
        for (int i = 0; i < Closes; i++)
        {
            T next = make();
            T old = block;
            Thread.SpinWait(50);
            long start = Stopwatch.GetTimestamp();
            old.Dispose();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            block = Publish(next);
        }

        Volatile.Write(ref s_isStopped, true);
        Array.ForEach(readers, reader => reader.Join());
        block.Dispose();
        return Print(name, goal, times);
    }

    // Touched first, so that there are pages to give back.
    private static T Publish<T>(T block)
        where T : MemoryBlock, IBufferExporter
    {
        MemoryView view = new MemoryView(block).Cast<int>();
        long total = 0;
        for (nint i = 0; i < view.Length; i += 1024)
        {
            total += view.Get<int>(i);
        }

        GC.KeepAlive(total);
        Volatile.Write(ref s_current, view);
        return block;
    }

    private static void ReadUntilStopped()
    {
        while (!Volatile.Read(ref s_isStopped))
        {
            MemoryView view = Volatile.Read(ref s_current)!;
            try
            {
                Read(view);
            }
            catch (ViewReleasedException)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref s_current) != view || Volatile.Read(ref s_isStopped));
            }
        }
    }

    private static void Read(MemoryView view)
    {
        for (nint i = 0; i < 1024; i++)
        {
            view.Get<int>(i);
        }
    }

    private static int Print(string name, double? goal, double[] times)
    {
        Array.Sort(times);
        bool isMet = goal is not { } most || times[Closes * 99 / 100] <= most;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-46} {times[Closes / 2],9:0.0} {times[Closes * 99 / 100],9:0.0} {times[Closes / 1000 * 999],9:0.0} {times[^1],9:0} {goal,9:0.0}{(isMet ? "" : "  MISSED")}"));
        return isMet ? 0 : 1;
    }
}
