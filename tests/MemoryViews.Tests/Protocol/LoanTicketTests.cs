using System.Reflection;
using Xunit;

namespace MemoryViews.Tests.Protocol;

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
        Assert.Equal(1, returned);
    }

    // What the collector does with both once nobody knows them; it promises no order.
    private static void Finalize(LoanTicket ticket)
        => typeof(LoanTicket).GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(ticket, null);
}
