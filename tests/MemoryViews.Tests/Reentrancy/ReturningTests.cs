using System;
using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>What is told to an exporter, or to the owner of borrowed memory, when the last holder lets go is user code in the middle of that.</summary>
public sealed class ReturningTests
{
    [Fact]
    public void An_exporter_may_resize_when_its_last_loan_comes_back()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        bytes.WhenReturned = bytes.Resize;
        MemoryView view = new(bytes);

        view.Dispose();

        Assert.True(bytes.IsGone);
    }

    [Fact]
    public void It_finds_the_view_released_and_may_release_it_again()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        MemoryView part = view[1..];
        List<bool> seen = [];
        bytes.WhenReturned = () =>
        {
            seen.AddRange([view.IsReleased, part.IsReleased]);
            view.Dispose();
            part.Dispose();
            view.Release();
            Assert.Throws<ViewReleasedException>(() => part[0]);
        };

        view.Dispose();

        Assert.Equal([true, true], seen);
    }

    [Fact]
    public void It_may_lend_again_at_once()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView? next = null;
        bytes.WhenReturned = () =>
        {
            bytes.WhenReturned = null;
            next = new(bytes);
        };

        new MemoryView(bytes).Dispose();

        Assert.Equal(1, bytes.Loans);
        Assert.Equal([1, 2, 3], next!.ToBytes());
        next.Dispose();
        Assert.Equal(0, bytes.Loans);
    }

    // The ticket of the lease that is just given back is the first to be used again.
    [Fact]
    public void It_may_take_a_lease_while_one_is_given_back_and_copies_of_that_leave_the_new_one_alone()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        using Poisoned other = Poisoned.Of(4);
        using MemoryView view = new(bytes), second = new(other);
        System.Buffers.MemoryHandle taken = default;
        bytes.WhenReturned = () => taken = second.Pin();
        Lease lease = view.Lease();
        Lease copy = lease;
        view.Dispose();

        lease.Dispose();
        copy.Dispose();
        lease.Dispose();

        Assert.Equal(0, bytes.Loans);
        Assert.Throws<BufferException>(() => other.Block.Close());
        taken.Dispose();
        other.Block.Close();
    }

    // gh-104371: given back while an exception is on its way.
    [Fact]
    public void What_it_throws_hides_no_exception_under_way()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        bytes.WhenReturned = static () => throw new InvalidOperationException("the exporter's");

        ArgumentException error = Assert.Throws<ArgumentException>(Fail);

        void Fail()
        {
            using MemoryView view = new(bytes);
            throw new ArgumentException("the user's");
        }

        Assert.Contains("the user's", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, bytes.Loans);
    }

    [Fact]
    public void A_refused_request_is_told_before_the_refusal_and_may_end_the_memory()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        bytes.WhenReturned = () => bytes.Block.Close(ClosePolicy.Defer);

        Assert.Throws<BufferException>(() => bytes.GetBuffer(BufferRequest.Format));

        Assert.True(bytes.IsGone);
        Assert.Equal(0, bytes.Loans);
    }

    [Fact]
    public void The_last_of_several_holders_tells_it_once()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        int told = 0;
        bytes.WhenReturned = () => told++;
        MemoryView view = new(bytes), share = view.Share();
        using (view.GetBuffer(BufferRequest.Simple))
        {
            ReadOnlyLease lease = view.LeaseReadOnly();
            view.Dispose();
            share.Dispose();
            lease.Dispose();
            Assert.Equal(0, told);
        }

        Assert.Equal(1, told);
    }

    [Fact]
    public unsafe void The_owner_of_borrowed_memory_may_close_it_again_and_finds_its_views_dead()
    {
        byte* memory = stackalloc byte[4];
        MemoryBlock? block = null;
        MemoryView? view = null;
        int told = 0;
        block = MemoryBlock.Borrow(memory, 4, isReadOnly: false, () =>
        {
            told++;
            block!.Close();
            block.Close(ClosePolicy.Wait);
            block.Dispose();
            Assert.Throws<ViewReleasedException>(() => view![0]);
        });
        view = MemoryView.Over(new(null, block, Layout.Contiguous(1, [4]), ItemFormat.Parse("B"), isReadOnly: false));

        block.Close();

        Assert.Equal(1, told);
    }

    [Fact]
    public void Memory_closed_under_a_lease_is_told_by_whoever_gives_the_lease_back()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        using MemoryView view = new(bytes);
        Lease lease = view.Lease();
        bytes.Block.Dispose();

        Assert.False(bytes.IsGone);
        Assert.Equal(3, lease.Bytes[2]);
        Assert.Throws<ViewReleasedException>(() => view[2]);
        lease.Dispose();
        Assert.True(bytes.IsGone);
        Assert.Equal([1, 2, 3], bytes.Content);
    }
}
