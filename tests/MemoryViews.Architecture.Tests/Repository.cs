using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MemoryViews.HouseKeeping;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root, with forward slashes.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The C# files below a folder of the repository, without what the build wrote.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(At(folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Relative(file).Split('/').Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    /// <summary>The path from the root, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "MemoryViews.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds MemoryViews.slnx.");
    }
}
