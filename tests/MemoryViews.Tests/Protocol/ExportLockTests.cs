using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace MemoryViews.Tests.Protocol;

public class ExportLockTests
{
    [Fact]
    public void Loans_count_until_they_go_back()
    {
        Growing exporter = new();
        Assert.Equal(0, exporter.Lock.Count);
        MemoryView first = exporter.AsMemoryView(), part = first[1..];
        Assert.Equal(1, exporter.Lock.Count);
        MemoryView second = exporter.AsMemoryView();
        Assert.Equal(2, exporter.Lock.Count);
        first.Release();
        Assert.Equal(2, exporter.Lock.Count);
        part.Release();
        Assert.Equal(1, exporter.Lock.Count);
        second.Dispose();
        Assert.Equal(0, exporter.Lock.Count);
    }

    [Fact]
    public void A_loan_that_is_over_is_not_counted_for_ever()
    {
        Growing exporter = new();
        BufferExport loan = new(exporter, MemoryBlock.OfArray(new byte[4]), Layout.Contiguous(1, [4]), ItemFormat.UInt8, isReadOnly: false);
        loan.Dispose();
        Assert.Throws<ViewReleasedException>(() => exporter.Lock.Lend(loan));
        Assert.Equal(0, exporter.Lock.Count);
    }

    [Fact]
    public void A_resize_is_refused_while_loans_are_out_and_names_the_holders()
    {
        Growing exporter = new();
        exporter.Grow();
        BufferExport loan = exporter.GetBuffer(BufferRequest.Simple);
        loan.Label = "the plot";
        using MemoryView view = exporter.AsMemoryView();
        BufferException refusal = Assert.Throws<BufferException>(exporter.Grow);
        Assert.Equal(ViewErrorCode.LoansOut, refusal.Code);
        Assert.Equal(2, refusal.Holders.Count);
        Assert.Contains("the plot", refusal.Holders.Select(holder => holder.Label));
        Assert.Contains("Cannot grow", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'the plot'", refusal.Message, StringComparison.Ordinal);
        Assert.All(refusal.Holders, holder => Assert.True(holder.Age >= TimeSpan.Zero));
        loan.Dispose();
        view.Dispose();
        exporter.Grow();
    }

    [Fact]
    public void A_refused_request_leaves_no_loan_behind()
    {
        Growing exporter = new();
        Assert.Throws<BufferException>(() => exporter.GetBuffer(BufferRequest.Format));
        Assert.Equal(0, exporter.Lock.Count);
    }

    [Fact]
    public void What_holds_a_loan_keeps_it_out()
    {
        Growing exporter = new();
        MemoryView view = exporter.AsMemoryView();
        System.Buffers.MemoryHandle pin = view.Pin();
        BufferExport buffer = view.GetBuffer(BufferRequest.Simple);
        MemoryView share = view.Share();
        System.IO.Stream stream = share.AsStream();
        view.Dispose();
        Assert.Equal(1, exporter.Lock.Count);
        pin.Dispose();
        Assert.Equal(1, exporter.Lock.Count);
        buffer.Dispose();
        Assert.Equal(1, exporter.Lock.Count);
        share.Release();
        Assert.Equal(1, exporter.Lock.Count);
        stream.Dispose();
        Assert.Equal(0, exporter.Lock.Count);
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void Views_that_were_dropped_give_their_loan_back_after_a_collection()
    {
        Growing exporter = new();
        Drop(exporter);
        Collector.Collect();
        Assert.Equal(0, exporter.Lock.Count);
        exporter.Grow();
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void Cycles_of_exporter_and_view_are_collected()
    {
        WeakReference[] cycle = Cycle();
        Collector.Collect();
        Assert.All(cycle, reference => Assert.False(reference.IsAlive));
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void A_dropped_loan_calls_back_once()
    {
        int[] returned = new int[1];
        DropLoan(returned);
        Collector.Collect();
        Collector.Collect();
        Assert.Equal(1, returned[0]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(Growing exporter)
    {
        MemoryView view = exporter.AsMemoryView();
        _ = view[1..].Share().GetBuffer(BufferRequest.Simple);
        Assert.Equal(1, exporter.Lock.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Cycle()
    {
        Growing exporter = new();
        exporter.Own = exporter.AsMemoryView()[1..];
        return [new(exporter), new(exporter.Own)];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DropLoan(int[] returned)
    {
        BufferExport loan = new(null, MemoryBlock.OfArray(new byte[4]), Layout.Contiguous(1, [4]), ItemFormat.UInt8, isReadOnly: false, () => returned[0]++);
        _ = new Exporter(loan.Narrow).AsMemoryView()[1..];
    }

    private sealed class Growing : IBufferExporter
    {
        private byte[] _bytes = [1, 2, 3];

        public ExportLock Lock { get; } = new();

        public MemoryView? Own { get; set; }

        public BufferExport GetBuffer(BufferRequest request) => Lock.Lend(
            new BufferExport(this, MemoryBlock.OfArray(_bytes), Layout.Contiguous(1, [_bytes.Length]), ItemFormat.UInt8, isReadOnly: false).Narrow(request));

        public void Grow()
        {
            Lock.ThrowIfLent("grow");
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
    }
}
