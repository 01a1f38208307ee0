using System.Reflection;
using Xunit;

namespace MemoryViews.Tests.Protocol;

[LeavesBehind("it plays the collector")]
public class LoanTicketTests
{
    [Fact]
    public void Tickets_dropped_together_give_back_once_in_whatever_order_they_are_finalized()
    {
        int returned = 0;
        LoanTicket loan = new(() => returned++, null);
        Assert.True(loan.TryHold());
        LoanTicket export = new(null, loan);
        loan.Return();
        Assert.Equal(0, returned);
        Finalize(loan);
        Finalize(export);
        ReleaseQueue.Callbacks.Settle();
        Assert.Equal(1, returned);
    }

    [Fact]
    public void A_finalizer_keeps_a_loan_whose_lease_was_never_given_back()
    {
        int returned = 0;
        LoanTicket first = new(() => returned++, null);
        Assert.True(first.TryHold());
        LoanTicket second = new(() => returned += 100, first);
        Assert.True(second.TryHold());
        second.AddLease();
        Finalize(second);
        Finalize(first);
        ReleaseQueue.Callbacks.Settle();
        Assert.Equal(0, returned);
        ((ILender)second).Return();
        Finalize(second);
        ReleaseQueue.Callbacks.Settle();
        Assert.Equal(100, returned);
        Finalize(first);
        ReleaseQueue.Callbacks.Settle();
        Assert.Equal(101, returned);
    }

    [Fact]
    public void An_exporters_code_never_runs_on_the_finalizers_thread_though_only_the_loan_of_a_view_was_dropped()
    {
        bool? isQueued = null;
        LoanTicket loan = new(() => isQueued = ReleaseQueue.IsReleasing, null);
        Assert.True(loan.TryHold());
        LoanTicket export = new(() => { }, loan) { IsOwnCallback = true };
        loan.Return();
        Finalize(export);
        ReleaseQueue.Callbacks.Settle();
        Assert.True(isQueued);
    }

    // What the collector does with both once nobody knows them; it promises no order.
    private static void Finalize(LoanTicket ticket)
        => typeof(LoanTicket).GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(ticket, null);
}
