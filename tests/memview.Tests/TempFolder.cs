using System;
using System.IO;

namespace MemoryViews.Command.Tests;

/// <summary>A folder of one test, gone with it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("memview-").FullName;

    public void Write(string name, params byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);

    public void Write(string name, BytesOf bytes) => Write(name, bytes.ToArray());

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
