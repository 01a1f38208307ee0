using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>What cannot be mapped can be checked: it is read to its end once, and then be viewed at any place.</summary>
public class FileSnapshotTests
{
    public FileSnapshotTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the files are Linux's");

    [Fact]
    public void A_file_that_the_system_makes_up()
    {
        using MappedFile file = MappedFile.Open("/proc/self/status", isChecked: true);
        using MemoryView view = file.AsMemoryView();
        Assert.StartsWith("Name:\t", Encoding.ASCII.GetString(view.ToBytes()), StringComparison.Ordinal);
        Assert.Equal(view.ToBytes(), view.ToBytes());
        Assert.Equal("/proc/self/status", file.Path);
    }

    [Fact]
    public void A_device_as_far_as_was_asked()
    {
        using MappedFile file = MappedFile.Open("/dev/zero", MapAccess.CopyOnWrite, offset: 10, length: 100_000, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        Assert.Equal(100_000, view.Count((byte)0));
        view.Fill((byte)1);
        Assert.Equal(100_000, view.Count((byte)1));
    }

    [Fact]
    public void A_part_of_one_that_ends_where_it_ends()
    {
        byte[] whole = Content(0);
        Assert.Equal(whole[5..], Content(5));
        Assert.Empty(Content(whole.Length));
        ViewArgumentException refusal = Assert.Throws<ViewArgumentException>(() => Content(whole.Length + 100_000));
        Assert.Contains($"{whole.Length}", refusal.Message, StringComparison.Ordinal);

        static byte[] Content(long offset)
        {
            using MappedFile file = MappedFile.Open("/proc/version", offset: offset, isChecked: true);
            using MemoryView view = file.AsMemoryView();
            return view.ToBytes();
        }
    }

    [Fact]
    public async Task A_pipe_to_its_end()
    {
        string path = Path.Combine(Path.GetTempPath(), "memoryviews-pipe-" + Guid.NewGuid().ToString("N"));
        using (Process make = Process.Start("mkfifo", [path]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        try
        {
            byte[] content = new byte[300_000];
            new Random(1).NextBytes(content);
            Task writing = Task.Run(() => File.WriteAllBytes(path, content), TestContext.Current.CancellationToken); // opening waits for the reader
            using MappedFile file = await Task.Run(() => MappedFile.Open(path, isChecked: true), TestContext.Current.CancellationToken);
            using MemoryView view = file.AsMemoryView();
            Assert.Equal(content, view.ToBytes());
            await writing;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_folder_is_still_refused()
        => Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => MappedFile.Open(Path.GetTempPath(), isChecked: true), "directory");
}
