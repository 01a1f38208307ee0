using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Memory;

public class CloseTests
{
    [Fact]
    public void Fail_refuses_while_anybody_holds_the_memory_and_leaves_it_open()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        buffer.Label = "samples";
        MemoryView view = buffer.AsMemoryView();
        BufferException refusal = Refusal.Of<BufferException>(ViewErrorCode.LoansOut, () => buffer.Close(), "holder");
        Assert.Single(refusal.Holders);
        view.Set(0, (byte)1);
        view.Dispose();
        buffer.Close();
        buffer.Close();
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => buffer.GetBuffer(BufferRequest.Simple), "samples");
    }

    [Fact]
    public void Defer_kills_views_at_once()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        MemoryView view = buffer.AsMemoryView(), ints = view.Cast<int>();
        buffer.Close(ClosePolicy.Defer);
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => ints.Get<int>(0), "NativeBuffer");
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => ints.Set(0, 1));
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => ints.Fill(1));
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => _ = ints[0]);
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => view.ToBytes());
        Refusal.Of<ViewReleasedException>(ViewErrorCode.Released, () => view.Pin());
        Assert.Equal(2, ints.Length);
        view.Dispose();
    }

    [Fact]
    public void A_pin_holds_memory_that_is_closing()
    {
        int returned = 0;
        using NativeBuffer owner = NativeBuffer.Allocate(8);
        MemoryBlock block = Borrow(owner, () => returned++);
        MemoryView view = Over(block);
        using (System.Buffers.MemoryHandle pin = view.Pin())
        {
            block.Close(ClosePolicy.Defer);
            Assert.Equal(0, returned);
            Assert.Throws<ViewReleasedException>(() => view.Pin());
        }

        Assert.Equal(1, returned);
        block.Dispose();
        Assert.Equal(1, returned);
    }

    [Fact]
    public void Wait_refuses_to_wait_for_its_own_lease()
    {
        using NativeBuffer owner = NativeBuffer.Allocate(8);
        MemoryBlock block = Borrow(owner, null);
        System.Buffers.MemoryHandle pin = Over(block).Pin();
        Refusal.Of<BufferException>(ViewErrorCode.LoansOut, () => block.Close(ClosePolicy.Wait), "this thread");
        Refusal.Of<BufferException>(ViewErrorCode.LoansOut, () => block.Close(), "pin");
        pin.Dispose();
        block.Close(ClosePolicy.Wait);
    }

    [Fact]
    public async Task Wait_returns_when_the_last_holder_has_left()
    {
        int returned = 0;
        using NativeBuffer owner = NativeBuffer.Allocate(8);
        MemoryBlock block = Borrow(owner, () => returned++);
        System.Buffers.MemoryHandle pin = Over(block).Pin();
        Task closing = Task.Factory.StartNew(() => block.Close(ClosePolicy.Wait), TaskCreationOptions.LongRunning);
        while (block.IsOpen)
        {
            await Task.Yield();
        }

        Assert.False(closing.IsCompleted);
        pin.Dispose();
        await closing;
        Assert.Equal(1, returned);
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void Borrowed_memory_that_was_dropped_is_given_back_once()
    {
        using NativeBuffer owner = NativeBuffer.Allocate(8);
        int[] returned = new int[1];
        Drop(owner, returned);
        Collector.Collect();

        Assert.Equal(1, returned[0]);
    }

    [Fact]
    public void What_the_owner_throws_when_its_memory_comes_back_stays_there()
    {
        using NativeBuffer owner = NativeBuffer.Allocate(8);
        MemoryBlock block = Borrow(owner, () => throw new InvalidOperationException());
        block.Close();
        block.Dispose();
        Assert.False(block.IsOpen);
    }

    [Fact]
    public void An_array_does_not_close()
    {
        MemoryBlock block = MemoryBlock.OfArray(new byte[3]);
        block.Close();
        block.Dispose();
        Assert.Equal(3, block.Length);
        Assert.Equal([0, 0, 0], Over(block).ToBytes());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(NativeBuffer owner, int[] returned) => Over(Borrow(owner, () => returned[0]++)).ToBytes();

    private static unsafe MemoryBlock Borrow(NativeBuffer owner, Action? onReturned) => MemoryBlock.Borrow((void*)owner.Start, owner.Length, isReadOnly: false, onReturned);

    private static MemoryView Over(MemoryBlock block)
        => new Exporter(new BufferExport(null, block, Layout.Contiguous(1, [block.Length]), ItemFormat.UInt8, isReadOnly: false).Narrow).AsMemoryView();
}
