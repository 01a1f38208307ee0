using System;
using System.IO;
using Xunit;

namespace MemoryViews.Python.Tests;

/// <summary>A program that answers as told: a shell script, so only where there is a shell.</summary>
internal sealed class FakeProgram : IDisposable
{
    public FakeProgram(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("memoryviews-").FullName, "python");
        File.WriteAllText(Path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
