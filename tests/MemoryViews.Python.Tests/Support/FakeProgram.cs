using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace MemoryViews.Python.Tests;

/// <summary>A program that answers as told: a shell script, so only where there is a shell.</summary>
internal sealed class FakeProgram : IDisposable
{
    public FakeProgram(string script)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "needs a shell");
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("memoryviews-").FullName, "python");

        // Written by another process: a file that this one has open for writing, perhaps only in a child that another test is starting, cannot be run.
        using Process writer = Process.Start("/bin/sh", ["-c", "printf '#!/bin/sh\\n%s\\n' \"$2\" > \"$1\" && chmod 755 \"$1\"", "sh", Path, script]);
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
