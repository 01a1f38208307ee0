using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Memory;

public class LeakCheckTests
{
    [Fact]
    public void What_is_given_back_is_no_leak()
    {
        using LeakCheck check = LeakCheck.Start();
        using (NativeBuffer buffer = NativeBuffer.Allocate(8))
        using (MemoryView view = buffer.AsMemoryView())
        using (view.Lease())
        using (view.Pin())
        using (view.BorrowMemory<byte>())
        using (view.GetBuffer(BufferRequest.Simple))
        {
            Assert.NotEmpty(check.Leaks);
        }

        Assert.Empty(check.Leaks);
        check.ThrowIfAny();
    }

    [Fact]
    public void Each_kind_is_named_with_its_label_and_age()
    {
        using LeakCheck check = LeakCheck.Start();
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        buffer.Label = "samples";
        MemoryView view = buffer.AsMemoryView();
        System.Buffers.MemoryHandle pin = view.Pin();
        Assert.Equal([LeakKind.Loan, LeakKind.Lease, LeakKind.Block], check.Leaks.Select(leak => leak.Kind).Order());
        Assert.Contains(check.Leaks, leak => leak is { Kind: LeakKind.Block, Label: "samples", StackTrace: null } && leak.Age >= TimeSpan.Zero);
        BufferException refusal = Refusal.Of<BufferException>(ViewErrorCode.LoansOut, check.ThrowIfAny, "3 things", "a block 'samples'", "'pin'", "CapturesStacks");
        Assert.Equal(3, refusal.Holders.Count);
        pin.Dispose();
        view.Dispose();
        buffer.Close();
        check.ThrowIfAny();
    }

    [Fact]
    public void What_the_collector_had_to_give_back_was_left_behind()
    {
        using LeakCheck check = LeakCheck.Start();
        Drop();
        Collector.Collect();
        Assert.Equal([LeakKind.Loan, LeakKind.Block], check.Leaks.Select(leak => leak.Kind).Order());
    }

    [Fact]
    public void A_lease_never_disposed_shows_and_its_memory_is_never_freed()
    {
        using LeakCheck check = LeakCheck.Start();
        int returned = 0;
        nint address = LoseLease(() => returned++);
        Collector.Collect();
        Assert.Equal(0, returned);
        Assert.Contains(check.Leaks, leak => leak.Kind == LeakKind.Lease);
        unsafe
        {
            Assert.Equal(42, *(byte*)address);
        }
    }

    [Fact]
    public async Task Checks_side_by_side_see_their_own()
    {
        using LeakCheck outer = LeakCheck.Start();
        int[] leaks = await Task.WhenAll(Enumerable.Range(0, 4).Select(count => Task.Run(() =>
        {
            using LeakCheck check = LeakCheck.Start();
            NativeBuffer[] left = [.. Enumerable.Range(0, count).Select(_ => NativeBuffer.Allocate(1))];
            int seen = check.Leaks.Count;
            Array.ForEach(left, buffer => buffer.Close());
            check.ThrowIfAny();
            return seen;
        })));
        Assert.Equal([0, 1, 2, 3], leaks);
        Assert.Empty(outer.Leaks);
    }

    [Fact]
    public void Without_a_check_nothing_is_remembered()
    {
        using NativeBuffer before = NativeBuffer.Allocate(1);
        LeakCheck check = LeakCheck.Start();
        check.Dispose();
        check.Dispose();
        using NativeBuffer after = NativeBuffer.Allocate(1);
        Assert.Empty(check.Leaks);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = NativeBuffer.Allocate(8).AsMemoryView()[1..];

    // The memory is the test's for ever: it is what shows that nobody freed it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe nint LoseLease(Action returned)
    {
        byte* memory = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc(8);
        *memory = 42;
        MemoryBlock block = MemoryBlock.Borrow(memory, 8, isReadOnly: false, returned);
        MemoryView view = new Exporter(new BufferExport(null, block, Layout.Contiguous(1, [8]), ItemFormat.UInt8, isReadOnly: false, returned).Narrow).AsMemoryView();
        _ = view.Lease().Bytes.Length;
        return (nint)memory;
    }
}
