using System;
using System.IO;

namespace MemoryViews.Conformance.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string At(string path)
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "MemoryViews.slnx")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."), path);
    }
}
