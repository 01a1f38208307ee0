using System;
using System.IO;
using System.Linq;

namespace MemoryViews.Tests.Exporters;

/// <summary>A folder for the files of one test, gone after it.</summary>
public abstract class MappedFileFolder : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("memoryviews").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static byte[] Pattern(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i % 199))];

    protected static ViewFileException Refused(Action action, params string[] words)
    {
        ViewFileException e = Xunit.Assert.Throws<ViewFileException>(action);
        Xunit.Assert.Equal(ViewErrorCode.FileFailed, e.Code);
        Xunit.Assert.All(words, word => Xunit.Assert.Contains(word, e.Message, StringComparison.Ordinal));
        return e;
    }

    protected string At(string name) => System.IO.Path.Combine(Folder, name);

    protected string Write(byte[] content)
    {
        File.WriteAllBytes(At("data.bin"), content);
        return At("data.bin");
    }

    /// <summary>Cuts or lengthens a file as somebody else would, by its name.</summary>
    protected static void SetLength(string path, long length)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.SetLength(length);
    }
}
