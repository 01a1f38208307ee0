using System;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>Release gives back one view; Dispose on the view that took the loan ends the loan for all; Share is a second holder.</summary>
public class LifetimeTests
{
    private int _returned;

    [Fact]
    public void Release_gives_back_this_view_and_those_made_from_it_go_on()
    {
        MemoryView view = Lend();
        MemoryView part = view[1..];
        view.Release();
        Assert.True(view.IsReleased);
        Assert.False(part.IsReleased);
        Assert.Equal((byte)2, part[0]);
        Assert.Equal(0, _returned);
        part.Release();
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void Releasing_and_disposing_again_is_harmless()
    {
        MemoryView view = Lend();
        MemoryView part = view[1..];
        view.Release();
        view.Release();
        view.Dispose();
        Assert.Equal((byte)2, part[0]);
        part.Dispose();
        part.Dispose();
        part.Release();
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void Dispose_on_the_view_that_took_the_loan_ends_it_for_all_views()
    {
        MemoryView view = Lend();
        MemoryView part = view[1..], cast = part.Cast("b"), wrapped = new(view);
        view.Dispose();
        Assert.Equal(1, _returned);
        Assert.True(view.IsReleased && part.IsReleased && cast.IsReleased && wrapped.IsReleased);
        Assert.Throws<ViewReleasedException>(() => part[0]);
        part.Dispose();
        cast.Release();
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void Letting_go_of_views_of_an_ended_loan_does_not_bring_it_back()
    {
        MemoryView view = Lend();
        MemoryView part = view[1..], other = view[2..], cast = part.Cast("b");
        view.Dispose();
        part.Release();
        Assert.True(other.IsReleased);
        other.Release();
        Assert.Throws<ViewReleasedException>(() => cast[0]);
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void Dispose_on_another_view_is_release()
    {
        MemoryView view = Lend();
        view[1..].Dispose();
        new MemoryView(view).Dispose();
        view.Cast("b").Dispose();
        view.Along().GetEnumerator().Dispose();
        Assert.Equal((byte)1, view[0]);
        Assert.Equal(0, _returned);
        view.Dispose();
        Assert.Equal(1, _returned);
    }

    // Bulk operations make views of their own on the way; none of them may take the loan along.
    [LeavesBehind("some of its views are temporaries")]
    [Fact]
    public void No_operation_on_a_view_ends_its_loan()
    {
        MemoryView view = Lend();
        view.ToBytes();
        view.ToList();
        view.ToArray();
        view.ToHexString();
        view.AsReadOnly().ContentHashCode();
        view.AsStream().Dispose();
        view[..].Dispose();
        view[Subscript.Ellipsis].Dispose();
        view.Reshape(3).Dispose();
        view.Permute(0).Dispose();
        view.Transpose().Dispose();
        view.BroadcastTo(3).Dispose();
        view.Cast(view.Format).Dispose();
        view.Windows(1).Dispose();
        view.WithLayout(view.Format, view.Layout).Dispose();
        view.AsReadOnly().Dispose();
        view.GetBuffer(BufferRequest.Simple).Dispose();
        view.Pin().Dispose();
        Assert.True(view.ContentEquals(view));
        view.ConvertTo(view.Flip());
        view.CopyTo(view.Flip());
        _ = view.ToString("g", null);
        Assert.False(view.IsReleased);
        Assert.Equal(0, _returned);
    }

    [Fact]
    public void A_share_outlives_the_dispose_of_the_first()
    {
        MemoryView view = Lend();
        MemoryView share = view[1..].Share();
        MemoryView part = share[1..];
        view.Dispose();
        Assert.True(view.IsReleased);
        Assert.Equal((byte)3, part[0]);
        Assert.Equal(0, _returned);
        share.Dispose();
        Assert.True(part.IsReleased);
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void The_first_outlives_its_share()
    {
        MemoryView view = Lend();
        view.Share().Dispose();
        using (MemoryView second = view.Share())
        {
            second.Share().Release();
        }

        Assert.Equal((byte)1, view[0]);
        Assert.Equal(0, _returned);
        view.Dispose();
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void A_share_has_the_same_items_format_and_exporter()
    {
        int[] items = [1, 2, 3, 4];
        MemoryView view = items.AsMemoryView().Reshape(2, 2).Transpose().AsReadOnly();
        MemoryView share = view.Share();
        Assert.Equal(view.Layout, share.Layout);
        Assert.Same(items, share.Exporter);
        Assert.True(share.IsReadOnly);
        Assert.Equal(view.ToBytes(), share.ToBytes());
        view.Dispose();
        Assert.Equal(4, share[1, 1]);
    }

    [Fact]
    public void A_share_of_an_indirect_row_finds_its_items()
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 2, 3, 1, 2, 3, 4, 5, 6);
        using MemoryView row = lent.View[1, ..], share = row.Share(), whole = lent.View.Share();
        Assert.Equal([4, 5, 6], share.ToArray<int>());
        Assert.Equal([1, 2, 3, 4, 5, 6], whole.ToArray<int>());
        using BufferExport export = row.GetBuffer(BufferRequest.FullReadOnly);
        using MemoryView again = new Exporter(_ => export).AsMemoryView();
        Assert.Equal([4, 5, 6], again.ToArray<int>());
    }

    [Fact]
    public void A_view_over_a_view_shares_its_loan()
    {
        MemoryView view = Lend();
        MemoryView second = new(view, BufferRequest.Writable);
        Assert.Same(view.Exporter, second.Exporter);
        view.Release();
        Assert.Equal((byte)1, second[0]);
        second.Release();
        Assert.Equal(1, _returned);
        Assert.Throws<ViewReleasedException>(() => new MemoryView(view));
    }

    [Fact]
    public void A_view_whose_buffers_are_out_cannot_be_released_but_disposed()
    {
        MemoryView view = Lend();
        BufferExport first = view.GetBuffer(BufferRequest.Simple), second = view.GetBuffer(BufferRequest.Simple);
        BufferException refusal = Refusal.Of<BufferException>(ViewErrorCode.LoansOut, view.Release, "2 exported buffers");
        Assert.NotEmpty(refusal.Holders);
        first.Dispose();
        first.Dispose();
        Refusal.Of<BufferException>(ViewErrorCode.LoansOut, view.Release, "1 exported buffer");
        Assert.Equal((byte)1, view[0]);
        view.Dispose();
        Assert.True(view.IsReleased);
        Assert.Equal(0, _returned);
        second.Dispose();
        Assert.Equal(1, _returned);
    }

    [LeavesBehind("a view cannot be released while its buffer is out")]
    [Fact]
    public void A_slice_is_independent_of_the_buffers_of_the_view_it_came_from()
    {
        MemoryView view = Lend();
        using BufferExport buffer = view.GetBuffer(BufferRequest.Simple);
        MemoryView part = view[1..];
        part.Release();
        Assert.True(part.IsReleased);
        Refusal.Of<BufferException>(ViewErrorCode.LoansOut, view.Release);
    }

    [Fact]
    public void A_pin_keeps_the_loan_out_after_dispose()
    {
        MemoryView view = Lend();
        System.Buffers.MemoryHandle pin = view.Pin();
        view.Dispose();
        Assert.Equal(0, _returned);
        pin.Dispose();
        Assert.Equal(1, _returned);
    }

    [Fact]
    public void An_array_needs_no_count_but_dead_views_stay_dead()
    {
        MemoryView view = new[] { 1, 2 }.AsMemoryView();
        MemoryView part = view[1..], share = view.Share();
        view.Dispose();
        Assert.True(part.IsReleased);
        Assert.Throws<ViewReleasedException>(() => part.Get<int>(0));
        Assert.Throws<ViewReleasedException>(() => part.Set(0, 5));
        Assert.Equal(2, share[1]);
    }

    [Fact]
    public void What_the_exporters_callback_throws_reaches_nobody_who_only_let_go()
    {
        BufferExport export = new(null, MemoryBlock.OfArray(new byte[1]), Layout.Contiguous(1, [1]), ItemFormat.UInt8, isReadOnly: false, () => throw new InvalidOperationException());
        MemoryView view = new Exporter(export.Narrow).AsMemoryView();
        view.Dispose();
        Assert.True(view.IsReleased);
    }

    private MemoryView Lend() => new Exporter(request => new BufferExport(
        this, MemoryBlock.OfArray(new byte[] { 1, 2, 3 }), Layout.Contiguous(1, [3]), ItemFormat.UInt8, isReadOnly: false, () => _returned++).Narrow(request)).AsMemoryView();
}
