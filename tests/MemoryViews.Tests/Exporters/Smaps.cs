using System;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Tests.Exporters;

/// <summary>What Linux tells of the mappings of this process: an independent witness of advice, flushes and closing.</summary>
internal static class Smaps
{
    private const string File = "/proc/self/smaps";

    public static bool Exists => System.IO.File.Exists(File);

    /// <summary>The flags of every mapping of a file, in the order of their addresses: "rr" is random, "sr" sequential, "hg" and "nh" are large pages.</summary>
    public static string[][] Flags(string path) => [.. Lines(path, "VmFlags").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>A figure in KiB, summed over the mappings of a file.</summary>
    public static int Number(string path, string name) => Lines(path, name).Sum(line => int.Parse(line.Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    // 7f0c-7f0d r--s 00000000 fe:00 123   /path
    // Rss:                 4 kB
    // ...
    private static string[] Lines(string path, string name)
    {
        bool isOfFile = false;
        return [.. System.IO.File.ReadLines(File).Where(Belongs).Where(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..])];

        bool Belongs(string line)
        {
            bool isHeader = line.Split(' ')[0].Contains('-', StringComparison.Ordinal);
            isOfFile = isHeader ? line.EndsWith(" " + path, StringComparison.Ordinal) : isOfFile;
            return isOfFile && !isHeader;
        }
    }
}
