using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using Xunit;

namespace MemoryViews.Tests.Memory;

/// <summary>What happens on the finalizer's thread: nothing is freed before others have read it, and nothing throws.</summary>
[LeavesBehind("the collector is what is tested")]
public sealed partial class FinalizerTests
{
    private static int s_read;
    private static int s_wrong;
    private static MemoryView? s_risen;

    [Fact]
    public void A_finalizer_may_read_memory_that_is_collected_with_its_object()
    {
        for (int i = 0; i < 20; i++)
        {
            Drop();
            Collector.Collect();
        }

        Assert.True(Volatile.Read(ref s_read) > 0);
        Assert.Equal(0, Volatile.Read(ref s_wrong));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1 << 20)]
    public void A_view_that_a_finalizer_brings_back_to_life_reads_no_freed_memory(int size)
    {
        DropPhoenix(size);
        Collector.Collect();
        Assert.Throws<ViewReleasedException>(() => s_risen!.Get<byte>(5));
        Assert.Throws<ViewReleasedException>(() => s_risen!.Lease().Dispose());
        s_risen = null;
        Collector.Collect();
    }

    [Fact]
    public void Letting_go_of_a_mapping_does_not_write_to_the_disk_first_and_cannot_fail()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, new byte[100]);
        using (PageMemory.Forbid())
        {
            MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);

            // Of pages that are locked in memory, a synchronous write that drops what is kept of the file is refused: msync says EBUSY.
            Assert.SkipUnless(OperatingSystem.IsLinux() && LockPages(file.Start & ~(nint)4095, 1) == 0, "no pages can be locked here");
            file.Dispose();
            Assert.Throws<ViewReleasedException>(() => file.FileLength);
        }

        File.Delete(path);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop()
    {
        MemoryView view = NativeBuffer.Allocate(1 << 20).AsMemoryView();
        view.Set(5, (byte)42);
        _ = new Reader(view);
    }

    [LibraryImport("libc", EntryPoint = "mlock")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LockPages(nint address, nint length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DropPhoenix(int size) => _ = new Phoenix(NativeBuffer.Allocate(size).AsMemoryView());

    private sealed class Phoenix(MemoryView view)
    {
        ~Phoenix() => s_risen = view;
    }

    private sealed class Reader(MemoryView view)
    {
        ~Reader()
        {
            Interlocked.Increment(ref s_read);
            if (view.Get<byte>(5) != 42)
            {
                Interlocked.Increment(ref s_wrong);
            }
        }
    }
}
