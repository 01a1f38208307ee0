using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Races;

/// <summary>A file full of a pattern, removed at the end.</summary>
internal sealed class TargetFile : IDisposable
{
    public TargetFile(int pattern)
    {
        Path = System.IO.Path.GetTempFileName();
        int[] items = [.. Enumerable.Repeat(pattern, Pattern.MostItems)];
        File.WriteAllBytes(Path, MemoryMarshal.AsBytes(items.AsSpan()));
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
