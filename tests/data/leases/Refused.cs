using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading.Tasks;
using MemoryViews;

// Ways out of a lease's scope that the compiler closes. Each line that must not compile ends with the errors it must give; every other
// line must give none.
internal static class Refused
{
    public static Span<int> A_span_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.Span<int>(); // CS8168
    }

    public static Span<int> A_span_returned_by_way_of_a_variable(MemoryView view)
    {
        using Lease lease = view.Lease();
        Span<int> span = lease.Span<int>();
        return span; // CS8352
    }

    public static Span<int> A_part_of_a_span_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.Span<int>()[1..]; // CS8168
    }

    public static Span<byte> Bytes_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.Bytes; // CS8168
    }

    public static ref int An_item_of_a_span_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return ref lease.Span<int>()[0]; // CS8168
    }

    public static ref int An_item_of_a_view_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return ref lease.View2D<int>()[0, 0]; // CS8168
    }

    public static View1D<int> A_view_of_rank_1_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View1D<int>(); // CS8168
    }

    public static View2D<int> A_view_of_rank_2_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View2D<int>(); // CS8168
    }

    public static View3D<int> A_view_of_rank_3_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View3D<int>(); // CS8168
    }

    public static View1D<int> A_part_of_a_view_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View1D<int>()[1..]; // CS8168
    }

    public static View1D<int> A_row_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View2D<int>().Row(0); // CS8168
    }

    public static View1D<int> A_column_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View2D<int>().Column(0); // CS8168
    }

    public static View2D<int> A_transposed_view_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View2D<int>().Transpose(); // CS8168
    }

    public static View2D<int> A_plane_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View3D<int>().Plane(0); // CS8168
    }

    public static Span<int> The_span_of_a_row_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View2D<int>().RowSpan(0); // CS8168
    }

    public static Span<int> A_span_out_of_a_view_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        lease.View1D<int>().TryGetSpan(out Span<int> span);
        return span; // CS8352
    }

    public static View1D<int>.Enumerator An_enumerator_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View1D<int>().GetEnumerator(); // CS8168
    }

    public static RowEnumerator<int> A_walk_over_rows_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.Rows<int>(); // CS8168
    }

    public static View1D<int> A_row_of_a_walk_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        foreach (View1D<int> row in lease.Rows<int>())
        {
            return row; // CS8352
        }

        return default;
    }

    public static ReadOnlyView1D<int> A_view_made_read_only_returned(MemoryView view)
    {
        using Lease lease = view.Lease();
        return lease.View1D<int>(); // CS8168 CS8347
    }

    public static ReadOnlySpan<int> A_read_only_span_returned(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        return lease.Span<int>(); // CS8168
    }

    public static ReadOnlySpan<byte> Read_only_bytes_returned(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        return lease.Bytes; // CS8168
    }

    public static ref readonly int A_read_only_item_returned(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        return ref lease.View1D<int>()[0]; // CS8168
    }

    public static ReadOnlyView1D<int> A_read_only_row_returned(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        return lease.View2D<int>().Row(0); // CS8168
    }

    public static ReadOnlyRowEnumerator<int> A_read_only_walk_returned(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        return lease.Rows<int>(); // CS8168
    }

    public static int A_span_kept_in_a_variable_outside(MemoryView view)
    {
        Span<int> outer = default;
        using (Lease lease = view.Lease())
        {
            outer = lease.Span<int>(); // CS8168
        }

        return outer[0];
    }

    public static int A_typed_view_kept_in_a_variable_outside(MemoryView view)
    {
        View2D<int> outer = default;
        using (Lease lease = view.Lease())
        {
            outer = lease.View2D<int>().Transpose(); // CS8168
        }

        return outer[0, 0];
    }

    public static int An_item_kept_by_reference_outside(MemoryView view)
    {
        int none = 0;
        ref int outer = ref none;
        using (Lease lease = view.Lease())
        {
            outer = ref lease.Span<int>()[0]; // CS8374
        }

        return outer;
    }

    public static int A_span_used_behind_its_scope(MemoryView view)
    {
        using (Lease lease = view.Lease())
        {
            Span<int> span = lease.Span<int>();
        }

        return span[0]; // CS0103
    }

    public static void A_span_given_out_by_a_parameter(MemoryView view, out Span<int> span)
    {
        using Lease lease = view.Lease();
        span = lease.Span<int>(); // CS8168
    }

    public static void A_span_stored_in_a_parameter(MemoryView view, ref Holder holder)
    {
        using Lease lease = view.Lease();
        holder.Span = lease.Span<int>(); // CS8168
    }

    public static void A_span_handed_to_who_keeps_it(MemoryView view, ref Holder holder)
    {
        using Lease lease = view.Lease();
        holder.Keep(lease.Span<int>()); // CS8168 CS8350
    }

    public static Span<int> A_span_of_a_lease_in_a_parameter(scoped ref Lease lease)
    {
        return lease.Span<int>(); // CS9075
    }

    public static Span<int> A_span_of_a_lease_that_was_passed_by_value(Lease lease)
    {
        return lease.Span<int>(); // CS8166
    }

    public static Span<int> A_span_of_a_copy_of_the_lease(Lease lease)
    {
        Lease copy = lease;
        return copy.Span<int>(); // CS8168
    }

    public static Span<int> A_span_of_a_lease_on_loan(in Lease lease)
    {
        Lease copy = lease;
        return copy.Span<int>(); // CS8168
    }

    public static Span<int> A_span_of_a_lease_that_nobody_keeps(MemoryView view)
    {
        return view.Lease().Span<int>(); // CS8156
    }

    public static Span<int> A_span_of_a_lease_that_nobody_keeps_by_way_of_a_variable(MemoryView view)
    {
        Span<int> span = view.Lease().Span<int>();
        return span; // CS8352
    }

    public static Func<int> A_span_captured_by_a_lambda(MemoryView view)
    {
        using Lease lease = view.Lease();
        Span<int> span = lease.Span<int>();
        return () => span[0]; // CS8175
    }

    public static Func<int> A_lease_captured_by_a_lambda(MemoryView view)
    {
        using Lease lease = view.Lease();
        return () => lease.Span<int>()[0]; // CS8175
    }

    public static int A_lease_captured_by_a_local_function(MemoryView view)
    {
        using Lease lease = view.Lease();
        return First();

        int First() => lease.Span<int>()[0]; // CS8175
    }

    public static async Task<int> A_span_kept_across_an_await(MemoryView view)
    {
        await Task.Yield();
        Lease lease = view.Lease();
        Span<int> span = lease.Span<int>();
        await Task.Yield();
        return span[0]; // CS4007
    }

    public static async Task A_lease_kept_across_an_await(MemoryView view)
    {
        using Lease lease = view.Lease(); // CS4007
        await Task.Yield();
    }

    public static IEnumerable<int> A_lease_kept_across_a_yield(MemoryView view)
    {
        using Lease lease = view.Lease(); // CS4007
        yield return lease.Span<int>()[0];
    }

    public static IEnumerable<int> A_lease_given_to_an_iterator(Lease lease)
    {
        yield return lease.Span<int>()[0]; // CS4007
    }

    public static async Task A_walk_kept_across_an_await(MemoryView view)
    {
        Lease lease = view.Lease();
        foreach (int item in lease.View1D<int>()) // CS4007
        {
            await Task.Yield();
        }
    }

    public static object A_lease_as_an_object(MemoryView view)
    {
        return view.Lease(); // CS0029
    }

    public static IDisposable A_lease_as_an_interface(MemoryView view)
    {
        return view.Lease(); // CS0029
    }

    public static List<int> A_lease_in_a_list(MemoryView view)
    {
        List<Lease> leases = []; // CS9244
        return [];
    }

    public static void A_lease_in_an_array(MemoryView view)
    {
        _ = new Lease[1]; // CS0611
    }

    public static void A_span_of_access_kept_outside(MemoryView view)
    {
        Span<int> outer = default;
        view.Access<int, int>(0, (span, _) => outer = span); // CS8175
    }

    public static void A_lease_overwritten_while_it_is_used(MemoryView view)
    {
        using Lease lease = view.Lease();
        lease = view.Lease(); // CS1656
    }

    public static void Writing_through_a_read_only_lease(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        lease.Span<int>()[0] = 1; // CS8331
    }

    public static void Writing_through_a_read_only_view(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        lease.View2D<int>()[0, 0] = 1; // CS8331
    }

    public static void A_type_with_references(MemoryView view)
    {
        using Lease lease = view.Lease();
        lease.Span<string>(); // CS8377
    }

    public static void A_lease_made_by_hand()
    {
        _ = new Lease(default); // CS1729
    }

    public ref struct Holder
    {
        public Span<int> Span;

        public void Keep(Span<int> span) => Span = span;
    }
}
