using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>ExportLock: who holds an exporter that can resize, and when they have let go.</summary>
public class ExportLockTests
{
    [Fact]
    public void Disposing_the_first_view_ends_the_loan_for_all_made_from_it()
    {
        Lender lender = new();
        MemoryView view = new(lender), part = view[1..];
        Assert.Equal(1, lender.Lock.Count);
        view.Dispose();
        Assert.Equal(0, lender.Lock.Count);
        Assert.True(part.IsReleased);
    }

    [Fact]
    public void Releasing_gives_back_one_view_and_the_loan_goes_with_the_last()
    {
        Lender lender = new();
        MemoryView view = new(lender), part = view[1..], cast = part.Cast("b");
        view.Release();
        cast.Release();
        Assert.Equal(1, lender.Lock.Count);
        Assert.Equal((byte)2, part[0]);
        part.Release();
        Assert.Equal(0, lender.Lock.Count);
    }

    [Fact]
    public void Two_views_of_one_exporter_are_two_loans()
    {
        Lender lender = new();
        using MemoryView first = new(lender);
        using (new MemoryView(lender))
        {
            Assert.Equal(2, lender.Lock.Count);
        }

        Assert.Equal(1, lender.Lock.Count);
    }

    [Fact]
    public void A_share_is_a_second_holder_of_one_loan()
    {
        Lender lender = new();
        MemoryView view = new(lender), share = view.Share();
        view.Dispose();
        Assert.Equal((1, 1), (lender.Lock.Count, Convert.ToInt32(share[0], null)));
        share.Dispose();
        Assert.Equal(0, lender.Lock.Count);
    }

    [Fact]
    public void A_lease_outlives_the_view_it_came_from()
    {
        Lender lender = new();
        MemoryView view = new(lender);
        Lease lease = view.Lease();
        view.Dispose();
        Assert.Equal(1, lender.Lock.Count);
        lease.Bytes[0] = 77;
        lease.Dispose();
        lease.Dispose();
        Assert.Equal((0, 77), (lender.Lock.Count, lender.Array[0]));
    }

    [Fact]
    public void So_do_a_pin_borrowed_memory_and_a_buffer_taken_from_the_view()
    {
        Lender lender = new();
        foreach (Func<MemoryView, IDisposable> take in new Func<MemoryView, IDisposable>[] { view => view.Pin(), view => view.BorrowMemory<byte>(), view => view.GetBuffer(BufferRequest.Simple) })
        {
            MemoryView view = new(lender);
            IDisposable holder = take(view);
            view.Dispose();
            Assert.Equal(1, lender.Lock.Count);
            holder.Dispose();
            holder.Dispose();
            Assert.Equal(0, lender.Lock.Count);
        }
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void Views_that_were_dropped_are_given_back_by_the_collector()
    {
        Lender lender = new();
        Drop(lender);
        Collector.Collect();
        Assert.Equal((0, 1), (lender.Lock.Count, lender.Returned));
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void As_long_as_one_slice_is_held_nothing_is_given_back()
    {
        Lender lender = new();
        MemoryView part = Slice(lender);
        Collector.Collect();
        Assert.Equal(1, lender.Lock.Count);
        Assert.Equal(3, part.Length);
        GC.KeepAlive(part);
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void An_exporter_and_its_view_that_hold_each_other_are_collected()
    {
        WeakReference lender = Cycle();
        Collector.Collect();
        Assert.False(lender.IsAlive);
    }

    [Fact]
    public void A_refusal_names_the_holders_by_label_or_age()
    {
        Lender lender = new();
        using BufferExport named = lender.GetBuffer(BufferRequest.FullReadOnly), unnamed = lender.GetBuffer(BufferRequest.FullReadOnly);
        named.Label = "the chart";
        BufferException e = Assert.Throws<BufferException>(() => lender.Lock.ThrowIfLent("clear the list"));
        Assert.Equal(["the chart", null], e.Holders.Select(holder => holder.Label));
        Assert.All(e.Holders, holder => Assert.True(holder.Age >= TimeSpan.Zero));
        Assert.StartsWith("Cannot clear the list: 2 holders are out ('the chart', one ", e.Message, StringComparison.Ordinal);
        named.Dispose();
        Assert.Equal([null], lender.Lock.Holders.Select(holder => holder.Label));
    }

    [Fact]
    public void A_refused_request_lends_nothing_and_is_told_to_the_exporter()
    {
        Lender lender = new();
        Assert.Throws<BufferException>(() => lender.GetBuffer(BufferRequest.Format));
        Assert.Equal((0, 1), (lender.Lock.Count, lender.Returned));
    }

    [Fact]
    public void An_exporter_that_throws_when_it_gets_its_memory_back_disturbs_nobody()
    {
        Lender lender = new() { OnReturned = () => throw new InvalidTimeZoneException() };
        MemoryView view = new(lender);
        view.Dispose();
        Assert.Equal((0, 1), (lender.Lock.Count, lender.Returned));
    }

    [Fact]
    public void The_exporter_is_told_once_however_often_the_loan_is_disposed()
    {
        Lender lender = new();
        BufferExport loan = lender.GetBuffer(BufferRequest.Simple);
        loan.Dispose();
        loan.Dispose();
        Assert.Equal((0, 1), (lender.Lock.Count, lender.Returned));
        Assert.Throws<ViewReleasedException>(() => loan.Pin());
    }

    [Fact]
    public void Threads_that_lend_and_give_back_are_all_counted()
    {
        ByteArray bytes = new("abc"u8);
        using MemoryView kept = new(bytes);
        Parallel.For(0, 2000, _ =>
        {
            using MemoryView view = new(bytes);
            Assert.Throws<BufferException>(() => bytes.Append(1));
        });
        Assert.Single(Assert.Throws<BufferException>(bytes.Clear).Holders);
        kept.Dispose();
        bytes.Clear();
    }

    private static void Collect()
    {
        // A view is found dead first, its loan's finalizer runs then.
        Collector.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(Lender lender)
    {
        MemoryView view = new(lender);
        Assert.Equal(1, lender.Lock.Count);
        Assert.Equal(4, view[..].Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MemoryView Slice(Lender lender) => new MemoryView(lender)[1..];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Cycle()
    {
        Lender lender = new();
        lender.Kept = new MemoryView(lender);
        return new(lender);
    }

    /// <summary>An exporter as the documentation of the lock has it.</summary>
    private sealed class Lender : IBufferExporter
    {
        public byte[] Array { get; } = [1, 2, 3, 4];

        public ExportLock Lock { get; } = new();

        public int Returned { get; private set; }

        public Action? OnReturned { get; init; }

        public MemoryView? Kept { get; set; }

        public BufferExport GetBuffer(BufferRequest request)
            => Lock.Lend(new BufferExport(this, MemoryBlock.OfArray(Array), Layout.Contiguous(1, [4]), ItemFormat.Of<byte>(), isReadOnly: false, Back).Narrow(request));

        private void Back()
        {
            Returned++;
            OnReturned?.Invoke();
        }
    }
}
