using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class ReplacedFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_saved_over_another_is_open_to_those_the_other_was_open_to()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Files of Windows have no mode.");
            return; // never reached, but the analyzer of platforms asks for it
        }

        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        string path = _directory.Put("a.npy", [1]);
        File.SetUnixFileMode(path, Private);
        NpyFile.Save(path, new short[] { 1, 2 }.AsMemoryView());
        Assert.Equal(Private, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_pipe_is_not_replaced_by_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no mkfifo.");
        string path = _directory["pipe"];
        using (Process made = Process.Start("mkfifo", [path]))
        {
            made.WaitForExit();
        }

        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Save(path, new short[] { 1, 2 }.AsMemoryView()));
        Assert.Contains("is a pipe", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ViewFileException>(() => MappedFile.Open(path));
        Assert.Single(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void A_name_without_an_array_is_refused_as_such()
    {
        KeyValuePair<string, IBufferExporter>[] arrays = [new("weights", null!)];
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpzFile.Save(_directory["a.npz"], arrays));
        Assert.Equal(ViewErrorCode.InvalidArgument, refusal.Code);
        Assert.Contains("'weights'", refusal.Message, StringComparison.Ordinal);
    }
}
