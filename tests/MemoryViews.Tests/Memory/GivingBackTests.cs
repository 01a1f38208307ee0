using System;
using System.IO;
using Xunit;

namespace MemoryViews.Tests.Memory;

/// <summary>Closing gives the memory back at once; the addresses stay readable until the collector has seen that nobody has them.</summary>
public unsafe class GivingBackTests
{
    // Two sizes: from the C heap, and pages of their own.
    public static TheoryData<int> Sizes => [100, 1 << 20];

    [Fact]
    public void Pages_of_a_closed_buffer_are_gone_and_read_as_zeros()
    {
        Assert.SkipUnless(PageMemory.CanReplace, "this system cannot replace pages");
        NativeBuffer buffer = NativeBuffer.Allocate(1 << 20);
        byte* first = (byte*)buffer.Start;
        first[0] = 1;
        first[(1 << 20) - 1] = 2;
        buffer.Close();
        Assert.Equal((0, 0), (first[0], first[(1 << 20) - 1]));
        GC.KeepAlive(buffer);
    }

    [Fact]
    public void A_small_closed_buffer_keeps_its_bytes_until_it_is_collected()
    {
        Assert.SkipWhen(GuardedSource.IsWanted, "guarded buffers are pages of their own");
        NativeBuffer buffer = NativeBuffer.Allocate(100);
        byte* first = (byte*)buffer.Start;
        first[0] = 1;
        buffer.Close();
        Assert.Equal(1, first[0]);
        GC.KeepAlive(buffer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(4096)]
    [InlineData(1 << 21)]
    public void Pages_are_aligned_as_asked(int alignment)
    {
        Assert.SkipWhen(GuardedSource.IsWanted && alignment <= 64, "guarded buffers lie flush against their guards");
        using NativeBuffer buffer = NativeBuffer.Allocate(100_000, alignment);
        Assert.Equal(0, buffer.Start & (alignment - 1));
        using MemoryView view = buffer.AsMemoryView();
        Assert.Equal(100_000, view.Count((byte)0));
        view.Fill((byte)7);
        Assert.Equal(100_000, view.Count((byte)7));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Where_pages_cannot_be_replaced_accesses_are_counted_and_the_last_one_out_frees(int size)
    {
        using NativeBuffer buffer = Counted(size);
        Assert.Equal(size < NativeSource.LeastPages, buffer.IsDirect);
        using MemoryView view = buffer.AsMemoryView();
        view.Set(size - 1, (byte)42);
        Assert.Equal(42, view.Get<byte>(size - 1));
        buffer.Dispose();
        Assert.Throws<ViewReleasedException>(() => view.Get<byte>(0));
        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
    }

    [Fact]
    public void A_lease_keeps_counted_memory_from_being_freed()
    {
        NativeBuffer buffer = Counted(1 << 20);
        using MemoryView view = buffer.AsMemoryView();
        using (Lease lease = view.Lease())
        {
            buffer.Dispose();
            Span<byte> bytes = lease.Bytes;
            bytes[0] = 7;
            Assert.Equal(7, bytes[0]);
        }

        Assert.True(!buffer.IsOpen && buffer.Users == 0);
    }

    [Fact]
    public void A_mapped_file_is_guarded_the_same_way()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, new byte[8192]);
            using MappedFile file = CountedFile(path);
            Assert.False(file.IsDirect);
            using MemoryView view = file.AsMemoryView();
            view.Set(8191, (byte)1);
            Assert.Equal(1, view.Get<byte>(8191));
            file.Dispose();
            Assert.Throws<ViewReleasedException>(() => view.Get<byte>(8191));
            Assert.Equal(1, File.ReadAllBytes(path)[8191]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Ranges_that_wait_for_the_collector_are_bounded()
    {
        Assert.SkipUnless(PageMemory.CanReplace, "this system cannot replace pages");
        for (int i = 0; i < 2 * ClosedRanges.Insist; i++)
        {
            NativeBuffer.Allocate(NativeSource.LeastPages).Close();
            Assert.InRange(ClosedRanges.Count, 0, 3 * ClosedRanges.Insist);
        }
    }

    private static NativeBuffer Counted(int size)
    {
        using (PageMemory.Forbid())
        {
            return NativeBuffer.Allocate(size);
        }
    }

    private static MappedFile CountedFile(string path)
    {
        using (PageMemory.Forbid())
        {
            return MappedFile.Open(path, MapAccess.ReadWrite);
        }
    }
}
