using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>NativeBuffer: memory with a lifetime of its own.</summary>
public class NativeBufferTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(4096)]
    [InlineData(1 << 16)]
    public void The_address_is_a_multiple_of_the_alignment(int alignment)
    {
        Assert.SkipWhen(GuardedSource.IsWanted && alignment <= 64, "guarded buffers lie flush against their guards");
        using NativeBuffer buffer = NativeBuffer.Allocate(100, alignment);
        using MemoryView view = new(buffer);
        Assert.Equal(0, Lent.AddressOf(view) % alignment);
        Assert.Equal(("B", 100, false), (view.Format.Text, (int)view.Length, view.IsReadOnly));
        Assert.Same(buffer, view.Exporter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-8)]
    [InlineData(3)]
    [InlineData(48)]
    public void An_alignment_is_a_power_of_two(int alignment)
        => Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewArgumentException>(() => NativeBuffer.Allocate(8, alignment)).Code);

    [Fact]
    public void Lengths_that_cannot_be_are_refused()
    {
        Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewArgumentException>(() => NativeBuffer.Allocate(-1)).Code);
        Assert.Equal(ViewErrorCode.OutOfMemory, Assert.Throws<InsufficientViewMemoryException>(() => NativeBuffer.Allocate(nint.MaxValue, zeroed: false)).Code);
        Assert.Throws<InsufficientViewMemoryException>(() => NativeBuffer.Allocate((nint)1 << 60, zeroed: false));
    }

    [Fact]
    public void Memory_is_zero_unless_it_need_not_be()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(10_000);
        using MemoryView view = new(buffer);
        Assert.Equal(10_000, view.Count((byte)0));
    }

    [Fact]
    public void No_bytes_are_memory_too()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(0);
        using MemoryView view = new(buffer);
        Assert.Equal((0, 0), ((int)view.Length, view.ToBytes().Length));
        Assert.True(view.ContentEquals(Array.Empty<byte>().AsMemoryView()));
        Assert.NotEqual(0, Lent.AddressOf(view));
    }

    [Fact]
    public void Indices_pass_2_GiB()
    {
        // Only the pages that are touched take memory.
        nint length = nint.CreateChecked(3L << 30), far = int.MaxValue;
        far += 5;
        using NativeBuffer buffer = NativeBuffer.Allocate(length, zeroed: false);
        using MemoryView view = new(buffer), numbers = view.Cast<long>();
        numbers[(length / 8) - 1] = 0x0102030405060708;
        view[far] = 7;
        Assert.Equal(((byte)7, (byte)8, (byte)1), (view[far], view[-8], view[length - 1]));
        Assert.Equal(0x0102030405060708, numbers.Get<long>(-1));
        Assert.Equal([8, 7, 6], view[[new Slice(length - 8, length - 5)]].ToBytes());
        Assert.Throws<AxisIndexException>(() => view[length]);
    }

    [Fact]
    public void Close_refuses_while_a_loan_is_out_and_names_it()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        using BufferExport loan = buffer.GetBuffer(BufferRequest.Simple);
        loan.Label = "the reader";
        BufferException e = Assert.Throws<BufferException>(() => buffer.Close());
        Assert.Equal("the reader", Assert.Single(e.Holders).Label);
        loan.Dispose();
        buffer.Close();
        buffer.Close();
        buffer.Dispose();
    }

    [Fact]
    public void Close_with_Defer_ends_views_at_once_and_memory_when_the_lease_goes()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        MemoryView view = new(buffer);
        using (Lease lease = view.Lease())
        {
            buffer.Close(ClosePolicy.Defer);
            lease.Bytes[0] = 5;
            Assert.Equal(5, lease.Bytes[0]);
            AssertDead(buffer, view);
            Assert.Equal(1, buffer.Users);
        }

        Assert.Equal(0, buffer.Users);
    }

    [Fact]
    public async Task Close_with_Wait_waits_for_the_lease_of_another_thread()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        MemoryView view = new(buffer);
        System.Buffers.MemoryHandle pin = view.Pin();
        Task close = Task.Run(() => buffer.Close(ClosePolicy.Wait));
        SpinWait.SpinUntil(() => !buffer.IsOpen);
        Assert.False(close.IsCompleted, "the pin is still out");
        pin.Dispose();
        await close;
        AssertDead(buffer, view);
    }

    [Fact]
    public void Close_with_Wait_does_not_wait_for_its_own_thread()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        using MemoryView view = new(buffer);
        using (view.Lease())
        {
            Assert.Single(Assert.Throws<BufferException>(() => buffer.Close(ClosePolicy.Wait)).Holders);
            Assert.Equal((byte)0, view[0]);
        }

        buffer.Close(ClosePolicy.Wait);
        AssertDead(buffer, view);
    }

    [Fact]
    public void A_closed_buffer_lends_nothing()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        buffer.Label = "the frame";
        buffer.Dispose();
        Assert.Contains("the frame", Assert.Throws<ViewReleasedException>(() => buffer.GetBuffer(BufferRequest.Simple)).Message, StringComparison.Ordinal);
        Assert.Throws<ViewReleasedException>(() => new MemoryView(buffer));
    }

    private static void AssertDead(NativeBuffer buffer, MemoryView view)
    {
        Assert.Throws<ViewReleasedException>(() => view[0]);
        Assert.Throws<ViewReleasedException>(() => view.Set<byte>(0, 1));
        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
        Assert.Throws<ViewReleasedException>(() => view.Pin());
        Assert.Throws<ViewReleasedException>(() => new MemoryView(buffer));
        view.Dispose();
    }
}
