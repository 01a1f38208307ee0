using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>MappedFile.Resize: a new mapping of another length; the old one is refused while anybody holds it, and closed after.</summary>
public sealed class MappedFileResizeTests : MappedFileFolder
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(10, 10)]
    [InlineData(10, 10_000)]
    [InlineData(10_000, 4096)]
    [InlineData(10_000, 1)]
    public void A_file_gets_another_length_and_keeps_its_bytes(int from, int to)
    {
        SkipShorteningOnWindows(to < from);
        string path = Write(Pattern(from));
        MappedFile old = MappedFile.Open(path, MapAccess.ReadWrite);
        old.Label = "the table";
        using MappedFile file = old.Resize(to);
        using MemoryView view = new(file);
        byte[] expected = Pattern(from);
        Array.Resize(ref expected, to);
        Assert.Equal(expected, view.ToBytes());
        Assert.Equal((path, "the table", MapAccess.ReadWrite, (long)to), (file.Path, file.Label, file.Access, file.FileLength));
        Assert.Equal(to, new FileInfo(path).Length);
        Assert.Throws<ViewReleasedException>(() => new MemoryView(old));
        Assert.Throws<ViewReleasedException>(() => old.Resize(5));
    }

    [Fact]
    public void A_file_grows_step_by_step()
    {
        MappedFile file = MappedFile.Create(At("new.bin"), 0);
        for (int i = 0; i < 20; i++)
        {
            file = file.Resize((i + 1) * 1000);
            using MemoryView view = new(file);
            view[(i * 1000)..].Fill((byte)i);
        }

        file.Dispose();
        byte[] bytes = File.ReadAllBytes(At("new.bin"));
        Assert.Equal(20_000, bytes.Length);
        Assert.All(bytes, (b, at) => Assert.Equal(at / 1000, b));
    }

    [Fact]
    public void What_was_written_before_is_there_after_without_a_flush()
    {
        MappedFile file = MappedFile.Create(At("new.bin"), 10);
        using (MemoryView view = new(file))
        {
            view[3] = 3;
        }

        file = file.Resize(100_000);
        using (MemoryView view = new(file))
        {
            Assert.Equal((byte)3, view[3]);
        }

        file.Dispose();
    }

    [Fact]
    public void Nobody_may_hold_the_file_and_who_does_is_named()
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)), MapAccess.ReadWrite);
        BufferExport loan = file.GetBuffer(BufferRequest.Simple);
        loan.Label = "the preview";
        foreach (long length in new long[] { 50, 100, 200 })
        {
            BufferException e = Assert.Throws<BufferException>(() => file.Resize(length));
            Assert.Equal((ViewErrorCode.LoansOut, "the preview"), (e.Code, Assert.Single(e.Holders).Label));
            Assert.Contains("Cannot resize", e.Message, StringComparison.Ordinal);
        }

        loan.Dispose();
        Assert.Equal(100, file.FileLength);
        using MappedFile longer = file.Resize(200);
        Assert.Equal(200, longer.Length);
    }

    [Fact]
    public void A_lease_of_a_loan_that_somebody_else_made_is_a_holder_too()
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)), MapAccess.ReadWrite);
        using MemoryView view = Uncounted(file);
        using (ReadOnlyLease lease = view.LeaseReadOnly())
        {
            Assert.Single(Assert.Throws<BufferException>(() => file.Resize(200)).Holders);
            Assert.Equal(100, file.FileLength);
        }

        using MappedFile longer = file.Resize(200);
        Assert.Equal(200, longer.Length);
    }

    [Fact]
    public void A_view_that_nobody_counted_never_touches_what_is_gone()
    {
        SkipShorteningOnWindows(true);
        MappedFile file = MappedFile.Open(Write(Pattern(10_000)), MapAccess.ReadWrite);
        MemoryView view = Uncounted(file);
        using MappedFile shorter = file.Resize(0);
        Assert.Throws<ViewReleasedException>(() => view[9999]);
        Assert.Throws<ViewReleasedException>(() => view.Set(9999, (byte)1));
        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
        GC.KeepAlive(file);
    }

    [Fact]
    public async Task Reading_in_another_thread_while_the_file_is_cut_gives_a_value_or_an_exception()
    {
        SkipShorteningOnWindows(true);
        for (int round = 0; round < 50; round++)
        {
            string path = Write(Pattern(100_000));
            MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
            MemoryView view = Uncounted(file);
            using Barrier barrier = new(2);
            Task<ViewReleasedException> reader = Task.Run(() => ReadUntilRefused(view, barrier));
            barrier.SignalAndWait();
            using MappedFile shorter = file.Resize(0);
            Assert.Equal(ViewErrorCode.Released, (await reader).Code);
        }
    }

    [Fact]
    public void The_same_file_is_resized_whatever_its_name_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the name of a mapped file");
        string path = Write(Pattern(100));
        MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        File.Delete(path);
        Write([1, 2, 3]);
        using MappedFile longer = file.Resize(200);
        using MemoryView view = new(longer);
        Assert.Equal(Pattern(100), view[..100].ToBytes());
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_part_grows_over_what_is_behind_it_and_never_cuts_it_off()
    {
        string path = Write(Pattern(1000));
        MappedFile part = MappedFile.Open(path, MapAccess.ReadWrite, 100, 50);
        ViewOperationException e = Assert.Throws<ViewOperationException>(() => part.Resize(20));
        Assert.Equal(ViewErrorCode.OutOfBounds, e.Code);
        Assert.Contains("ends at byte 120", e.Message, StringComparison.Ordinal);
        part = part.Resize(60);
        Assert.Equal((60, 1000), ((int)part.Length, part.FileLength));
        part = part.Resize(1000);
        Assert.Equal((100, 1000, 1100), (part.FileOffset, (int)part.Length, part.FileLength));
        using (MemoryView view = new(part))
        {
            Assert.Equal(Pattern(1000)[100..], view[..900].ToBytes());
            Assert.Equal(new byte[100], view[900..].ToBytes());
        }

        part.Dispose();
    }

    [Fact]
    public void A_file_that_somebody_else_has_cut_is_mended_with_zeros()
    {
        SkipShorteningOnWindows(true);
        string path = Write(Pattern(100));
        MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        SetLength(path, 50);
        using MappedFile whole = file.Resize(100);
        using MemoryView view = new(whole);
        Assert.Equal([.. Pattern(50), .. new byte[50]], view.ToBytes());
    }

    [Theory]
    [InlineData(MapAccess.ReadOnly)]
    [InlineData(MapAccess.CopyOnWrite)]
    public void A_file_that_is_not_mapped_for_writing_keeps_its_length(MapAccess access)
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)), access);
        ViewNotSupportedException e = Assert.Throws<ViewNotSupportedException>(() => file.Resize(200));
        Assert.Equal(ViewErrorCode.ReadOnly, e.Code);
        Assert.Contains("MapAccess.ReadWrite", e.Message, StringComparison.Ordinal);
        Assert.Equal(100, file.FileLength);
    }

    [Fact]
    public void A_length_that_cannot_be_leaves_the_mapping_as_it_was()
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)), MapAccess.ReadWrite, 10);
        Assert.Equal("length", Assert.Throws<ViewArgumentException>(() => file.Resize(-1)).ParamName);
        Assert.Throws<ViewArgumentException>(() => file.Resize(long.MaxValue - 9));
        Refused(() => file.Resize(long.MaxValue - 10)); // some file systems refuse the length, and some only the mapping of it
        using MemoryView view = new(file);
        Assert.Equal(Pattern(100)[10..], view.ToBytes());
    }

    [Fact]
    public void A_file_that_must_not_grow_stays_mapped_as_it_was()
    {
        using SealedFile memory = new(100, SealedFile.NoGrowing);
        using MappedFile file = MappedFile.Open(memory.Path, MapAccess.ReadWrite);
        Refused(() => file.Resize(200), "cannot get a length of 200 bytes");
        using MemoryView view = new(file);
        Assert.Equal(new byte[100], view.ToBytes());
    }

    [Fact]
    public void A_file_that_must_not_shrink_keeps_its_length_and_is_closed()
    {
        using SealedFile memory = new(100, SealedFile.NoShrinking);
        using MappedFile file = MappedFile.Open(memory.Path, MapAccess.ReadWrite);
        Refused(() => file.Resize(50), "cannot get a length of 50 bytes");
        Assert.Throws<ViewReleasedException>(() => file.GetBuffer(BufferRequest.Simple));
        using MappedFile again = MappedFile.Open(memory.Path);
        Assert.Equal(100, again.Length);
    }

    private static void SkipShorteningOnWindows(bool isShortening)
        => Assert.SkipWhen(isShortening && OperatingSystem.IsWindows(), "Windows cuts no file that is mapped");

    /// <summary>A view over a loan that the file did not make and cannot count.</summary>
    private static MemoryView Uncounted(MappedFile file)
        => MemoryView.Over(new BufferExport(null, file, Layout.Contiguous(1, [file.Length]), ItemFormat.UInt8, isReadOnly: false));

    private static ViewReleasedException ReadUntilRefused(MemoryView view, Barrier barrier)
    {
        barrier.SignalAndWait();
        try
        {
            while (true)
            {
                view.Get<byte>(-1);
            }
        }
        catch (ViewReleasedException e)
        {
            return e;
        }
    }

    [Fact]
    public void Who_closes_the_mapping_during_a_resize_does_not_close_the_one_that_follows()
    {
        string path = Write(Pattern(100));
        for (int round = 0; round < 300; round++)
        {
            MappedFile old = MappedFile.Open(path, MapAccess.ReadWrite);
            using Barrier start = new(2);
            Thread closer = new(() =>
            {
                start.SignalAndWait();
                Thread.SpinWait(round * 5);
                old.Dispose();
            });
            closer.Start();
            start.SignalAndWait();
            MappedFile? next = null;
            Exception? refusal = Xunit.Record.Exception(() => next = old.Resize(200 + round));
            closer.Join();
            Assert.True(refusal is null or ViewReleasedException, refusal?.ToString());
            using (next)
            {
                Assert.Equal(next?.Length, next?.FileLength);
            }
        }
    }
}
