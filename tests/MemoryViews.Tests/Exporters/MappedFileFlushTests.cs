using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>MappedFile.Flush and FlushAsync: ranges, what is refused, and who may close meanwhile.</summary>
public sealed class MappedFileFlushTests : MappedFileFolder
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 10_000)]
    [InlineData(1, 1)]
    [InlineData(4095, 2)]
    [InlineData(9999, 1)]
    [InlineData(10_000, 0)]
    public async Task Any_range_of_the_mapped_bytes_is_flushed(int offset, int length)
    {
        string path = Write(Pattern(10_017));
        using MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite, 17);
        using MemoryView view = new(file);
        view.Fill((byte)7);
        file.Flush(offset, length);
        await file.FlushAsync(offset, length);
        byte[] expected = Pattern(10_017);
        expected.AsSpan(17).Fill(7);
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 101)]
    [InlineData(101, 0)]
    [InlineData(50, 51)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_range_outside_the_mapped_bytes_is_refused(int offset, int length)
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)), MapAccess.ReadWrite);
        Assert.Equal(ViewErrorCode.OutOfBounds, Assert.Throws<ViewArgumentException>(() => file.Flush(offset, length)).Code);
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => { _ = file.FlushAsync(offset, length); });
        Assert.Contains("has 100 mapped", e.Message, StringComparison.Ordinal);
        Assert.Throws<ViewArgumentException>(() => file.Flush(nint.MaxValue, nint.MaxValue));
    }

    [Theory]
    [InlineData(MapAccess.ReadOnly)]
    [InlineData(MapAccess.CopyOnWrite)]
    public async Task What_is_not_the_file_s_is_not_flushed(MapAccess access)
    {
        string path = Write(Pattern(100));
        using MappedFile file = MappedFile.Open(path, access);
        SetLength(path, 50); // would be refused if there were anything to flush
        file.Flush();
        file.Flush(1, 99);
        await file.FlushAsync();
        Assert.Equal(50, new FileInfo(path).Length);
    }

    [Fact]
    public async Task A_flush_of_more_than_one_piece_writes_all_of_it()
    {
        string path = At("new.bin");
        nint length = (600 << 20) + 1;
        using CancellationTokenSource source = new();
        using MappedFile file = MappedFile.Create(path, length);
        using MemoryView view = new(file);
        foreach (nint at in new[] { 0, 256 << 20, (256 << 20) - 1, (512 << 20) - 1, 512 << 20, length - 1 })
        {
            view.Set(at, (byte)5);
        }

        await file.FlushAsync(source.Token);
        Assert.Equal(0, DirtyOf(path));
    }

    [Fact]
    public async Task A_flush_that_was_cancelled_before_does_nothing()
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)), MapAccess.ReadWrite);
        Task flush = file.FlushAsync(new CancellationToken(canceled: true));
        Assert.True(flush.IsCanceled);
        await Assert.ThrowsAsync<TaskCanceledException>(() => flush);
        file.Close(); // nobody is inside
    }

    [Fact]
    public async Task A_flush_under_way_keeps_the_memory_until_it_has_ended()
    {
        string path = Write(Pattern(5000));
        MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        using (MemoryView view = new(file))
        {
            view.Fill((byte)9);
        }

        Task flush = file.FlushAsync();
        file.Dispose();
        await flush;
        Assert.Throws<ViewReleasedException>(() => { _ = file.FlushAsync(); });
        Assert.Throws<ViewReleasedException>(() => file.Flush(0, 1));
        Assert.All(File.ReadAllBytes(path), b => Assert.Equal(9, b));
    }

    [Fact]
    public async Task A_file_cut_short_by_somebody_else_is_not_flushed_and_not_lent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cuts no file that is mapped");
        string path = Write(Pattern(10_000));
        using MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite, 100);
        SetLength(path, 5000);
        Refused(file.Flush, "cut to 5000 bytes", "bytes 100 to 10000", "open it again");
        Refused(() => file.Flush(4900, 1), "cut to 5000 bytes", "bytes 5000 to 5001");
        Refused(() => file.GetBuffer(BufferRequest.Simple), "cut to 5000 bytes");
        await Assert.ThrowsAsync<ViewFileException>(() => file.FlushAsync());
        file.Flush(0, 4900);
        SetLength(path, 10_000);
        using MemoryView view = new(file);
        Assert.Equal((byte)0, view[-1]);
    }

    [Fact]
    public void What_the_system_cannot_flush_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "asks the system itself");
        Assert.NotEqual(0, FileMemory.Flush(Environment.SystemPageSize, 1)); // nothing is ever mapped there
        string message = Error.CannotFlush("a.bin", 5, 10, "Input/output error", null).Message;
        Assert.Equal("Bytes 5 to 15 of a.bin could not be written back (Input/output error): they are still in memory; make room or mend the disk, and flush again.", message);
    }

    /// <summary>KiB of a mapped file that are changed and not written; 0 where the system does not tell, and where the file is nowhere but in memory.</summary>
    private static int DirtyOf(string path) => Smaps.Exists && new DriveInfo(path).DriveFormat is not ("tmpfs" or "ramfs")
        ? Smaps.Number(path, "Shared_Dirty") + Smaps.Number(path, "Private_Dirty")
        : 0;
}
