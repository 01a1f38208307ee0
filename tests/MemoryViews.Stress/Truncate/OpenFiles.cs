using System;
using System.IO;
using System.Linq;

namespace MemoryViews.Stress.Truncate;

/// <summary>What this process has open, as Linux tells it.</summary>
internal static class OpenFiles
{
    private const string Handles = "/proc/self/fd";

    /// <summary>Says which files of a folder are open or mapped, those without a name any more too; null when none is.</summary>
    public static string? In(string folder)
    {
        if (!Directory.Exists(Handles))
        {
            return null;
        }

        string? open = Directory.EnumerateFileSystemEntries(Handles).Select(TargetOf).FirstOrDefault(target => target.StartsWith(folder, StringComparison.Ordinal));
        return open is null ? null : $"{open} is still open";
    }

    /// <summary>Says which files of a folder are mapped; null when none is.</summary>
    public static string? MappedIn(string folder)
    {
        const string Maps = "/proc/self/maps";
        string? mapped = File.Exists(Maps) ? File.ReadLines(Maps).FirstOrDefault(line => line.Contains(folder, StringComparison.Ordinal)) : null;
        return mapped is null ? null : $"still mapped: {mapped}";
    }

    // Another thread may close a handle between the list and the look.
    private static string TargetOf(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
