using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Benchmarks;

/// <summary>
/// Bytes touched here and there in a file that is not in memory, with advice and without. Such a touch costs what the system reads from the disk
/// for it, so that is printed beside the time: a file that was in memory all along reads 0 and says nothing about advice.
/// </summary>
internal static partial class Files
{
    private const int Megabytes = 512;
    private const int Touches = 64;
    private const int Rounds = 5;

    private static readonly (string Name, MapAdvice? Advice)[] s_ways =
    [
        ("no advice", null),
        ("MapAdvice.Random", MapAdvice.Random),
        ("MapAdvice.Sequential", MapAdvice.Sequential),
    ];

    public static int Run()
    {
        string path = Path.GetTempFileName();
        try
        {
            Fill(path);
            Print(path);
            CheckedFiles.Print(path);
        }
        finally
        {
            File.Delete(path);
        }

        return 0;
    }

    // Not zeros: a file system that keeps no zeros would have nothing to read.
    private static void Fill(string path)
    {
        byte[] block = new byte[1 << 20];
        new Random(1).NextBytes(block);
        using FileStream stream = new(path, FileMode.Create);
        for (int i = 0; i < Megabytes; i++)
        {
            stream.Write(block);
        }

        stream.Flush(flushToDisk: true);
    }

    private static void Print(string path)
    {
        Console.WriteLine($"{Touches} touches at random in {Megabytes} MiB, thrown out of the page cache before; best of {Rounds} interleaved rounds");
        Console.WriteLine($"{"",-46} {"us/touch",9} {"KiB read/touch",15} {"x no advice",12}");
        List<(double Time, double Read)[]> all = [.. Enumerable.Range(0, Rounds).Select(round => Array.ConvertAll(s_ways, way => Measure(path, way.Advice, round)))];
        double plain = all.Min(round => round[0].Time);
        for (int i = 0; i < s_ways.Length; i++)
        {
            double time = all.Min(round => round[i].Time), read = all.Min(round => round[i].Read);
            string ratio = (time / plain).ToString("0.000", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{"view[i], " + s_ways[i].Name,-46} {time,9:0.0} {read,15:0} {ratio,12}{(read < 1 ? "  the file was not cold: this is no comparison" : "")}"));
        }
    }

    private static (double Time, double Read) Measure(string path, MapAdvice? advice, int seed)
    {
        MakeCold(path);
        using MappedFile file = MappedFile.Open(path);
        using MemoryView view = new(file);
        if (advice is { } given && !file.Advise(given))
        {
            Console.WriteLine($"the system does not take {given}: its line is without advice");
        }

        Random random = new(seed);
        long before = BytesRead(), start = Stopwatch.GetTimestamp();
        int sum = 0;
        for (int i = 0; i < Touches; i++)
        {
            sum += view.Get<byte>((nint)random.NextInt64(file.Length));
        }

        double time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        GC.KeepAlive(sum);
        return (time / Touches, (BytesRead() - before) / 1024.0 / Touches);
    }

    // Clean pages that nobody maps go at once; the mapping of the round before was let go of when it was closed.
    private static void MakeCold(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        const int DontNeed = 4;
        using FileStream stream = File.OpenRead(path);
        _ = Advise((int)stream.SafeFileHandle.DangerousGetHandle(), 0, 0, DontNeed);
    }

    /// <summary>Bytes that this process made the system read from disks; 0 where it does not tell.</summary>
    private static long BytesRead()
    {
        const string Counters = "/proc/self/io", Name = "read_bytes: ";
        return File.Exists(Counters)
            ? File.ReadLines(Counters).Where(line => line.StartsWith(Name, StringComparison.Ordinal)).Sum(line => long.Parse(line[Name.Length..], CultureInfo.InvariantCulture))
            : 0;
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(int file, nint offset, nint length, int advice);
}
