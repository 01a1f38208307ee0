using System;
using System.Buffers;
using System.Threading.Tasks;

namespace MemoryViews.Docs.Tests.Leases;

/// <summary>
/// What the compiler lets through: the right forms, and the wrong ones that it cannot see. That these are harmless is shown where they run,
/// in <see cref="AcceptedTests"/>.
/// </summary>
internal static class Accepted
{
    public static int A_span_inside_its_scope(MemoryView view)
    {
        using Lease lease = view.Lease();
        int sum = 0;
        foreach (ref int item in lease.Span<int>())
        {
            sum += item;
        }

        return sum;
    }

    public static int Views_inside_their_scope(MemoryView matrix)
    {
        using ReadOnlyLease lease = matrix.LeaseReadOnly();
        ReadOnlyView2D<int> items = lease.View2D<int>().Transpose();
        ReadOnlyView1D<int> row = items.Row(0);
        int sum = 0;
        foreach (ReadOnlyView1D<int> other in lease.Rows<int>())
        {
            sum += other[0];
        }

        return sum == row[0] + row[1] ? sum : -1;
    }

    public static int A_span_passed_down(MemoryView view)
    {
        using Lease lease = view.Lease();
        return Sum(lease.Span<int>());
    }

    // Whoever passes a lease by reference has it in a scope of his own, which the span then may fill.
    public static Span<int> A_span_of_a_lease_passed_by_reference(ref Lease lease) => lease.Span<int>();

    // Each lease ends before the method waits.
    public static async Task<int> Leases_between_waits(MemoryView view)
    {
        int first = A_span_inside_its_scope(view);
        await Task.Yield();
        using (Lease lease = view.Lease())
        {
            first += lease.Span<int>()[0];
        }

        await Task.Yield();
        return first;
    }

    public static int A_span_of_access(MemoryView view)
    {
        int[] first = new int[1];
        view.Access(first, static (ReadOnlySpan<int> span, int[] result) => result[0] = span[0]);
        return first[0];
    }

    public static int[] A_span_used_after_an_explicit_dispose(MemoryView view, Action between)
    {
        Lease lease = view.Lease();
        Span<int> span = lease.Span<int>();
        lease.Dispose();
        between();
        return span.ToArray();
    }

    public static void A_span_written_after_an_explicit_dispose(MemoryView view, int value)
    {
        Lease lease = view.Lease();
        Span<int> span = lease.Span<int>();
        lease.Dispose();
        span.Fill(value);
    }

    public static int A_lease_never_disposed(MemoryView view)
    {
        Lease lease = view.Lease();
        return lease.Span<int>()[0];
    }

    // The compiler keeps the lease for the block, but nobody disposes it.
    public static int A_span_of_a_lease_without_a_name(MemoryView view)
    {
        Span<int> span = view.Lease().Span<int>();
        return span[0];
    }

    // The lease itself is no memory: it may be given away, disposed or not.
    public static Lease A_lease_returned(MemoryView view) => view.Lease();

    public static Lease A_disposed_lease_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease;
    }

    public static int[] A_span_of_a_copy_that_outlives_the_lease(MemoryView view, Action between)
    {
        Lease copy = default;
        scoped Span<int> span = default;
        using (Lease lease = view.Lease())
        {
            copy = lease;
            span = copy.Span<int>();
        }

        between();
        return span.ToArray();
    }

    public static void Copies_disposed_each(MemoryView view)
    {
        using Lease lease = view.Lease();
        using Lease copy = lease;
        Lease third = copy;
        third.Dispose();
        third.Dispose();
    }

    public static int A_lease_that_nobody_took()
    {
        Lease lease = default;
        return lease.Span<int>().Length;
    }

    public static int A_typed_view_that_nobody_took() => (int)default(View2D<int>).Rows + (int)default(View1D<int>).Length;

    public static int[] A_span_of_memory_that_was_given_back(MemoryView view, Action between)
    {
        IMemoryOwner<int> owner = view.BorrowMemory<int>();
        Span<int> span = owner.Memory.Span;
        owner.Dispose();
        between();
        return span.ToArray();
    }

    private static int Sum(scoped ReadOnlySpan<int> items)
    {
        int sum = 0;
        foreach (int item in items)
        {
            sum += item;
        }

        return sum;
    }
}
