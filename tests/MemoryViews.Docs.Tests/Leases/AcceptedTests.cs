using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Docs.Tests.Leases;

/// <summary>
/// The forms of <see cref="Accepted"/> at run time. The wrong ones among them give a value or an exception, and never reach memory that
/// somebody else has by then.
/// </summary>
public sealed class AcceptedTests
{
    private const int Count = 1 << 14; // more than an allocator keeps at hand: what is freed would be given out again, or gone

    [Fact]
    public void The_right_forms_read_what_is_there()
    {
        int[] items = [7, 1, 2];
        using MemoryView view = items.AsMemoryView(), matrix = new int[,] { { 1, 2 }, { 3, 4 } }.AsMemoryView();

        Assert.Equal(10, Accepted.A_span_inside_its_scope(view));
        Assert.Equal(10, Accepted.A_span_passed_down(view));
        Assert.Equal(7, Accepted.A_span_of_access(view));
        Assert.Equal(4, Accepted.Views_inside_their_scope(matrix));

        using Lease lease = view.Lease();
        Lease passed = lease;
        Accepted.A_span_of_a_lease_passed_by_reference(ref passed)[1] = 5;
        Assert.Equal([7, 5, 2], items);
    }

    [Fact]
    public async Task A_method_that_waits_may_use_leases_between_its_waits()
    {
        using NativeBuffer buffer = Filled(7);
        using MemoryView view = Items(buffer);

        Assert.Equal((7 * Count) + 7, await Accepted.Leases_between_waits(view));
    }

    [Fact]
    public void A_span_used_after_an_explicit_dispose_reads_what_is_there_as_long_as_the_memory_is_open()
    {
        using NativeBuffer buffer = Filled(7);
        using MemoryView view = Items(buffer);

        int[] read = Accepted.A_span_used_after_an_explicit_dispose(view, static () => { });
        Accepted.A_span_written_after_an_explicit_dispose(view, 8);

        Assert.Equal(-1, read.AsSpan().IndexOfAnyExcept(7));
        Assert.Equal(8, view.Get<int>(Count - 1));
    }

    // Closing ends the use of the memory at once, but its addresses stay those of this buffer until nothing refers to it.
    [Fact]
    public void Nor_does_it_read_anybody_elses_memory_when_the_memory_was_closed_in_between()
    {
        NativeBuffer buffer = Filled(7);
        MemoryView view = Items(buffer);
        List<NativeBuffer> others = [];

        int[] read = Accepted.A_span_used_after_an_explicit_dispose(view, () => CloseAndAllocate(view, buffer, others));

        Assert.Equal(Count, read.Length);
        Assert.Equal(-1, read.AsSpan().IndexOfAnyExcept(0, 7));
        Free(others);
        GC.KeepAlive(buffer);
    }

    [Fact]
    public void Nor_does_a_span_of_a_copy_that_outlives_its_lease()
    {
        NativeBuffer buffer = Filled(7);
        MemoryView view = Items(buffer);
        List<NativeBuffer> others = [];

        int[] read = Accepted.A_span_of_a_copy_that_outlives_the_lease(view, () => CloseAndAllocate(view, buffer, others));

        Assert.Equal(Count, read.Length);
        Assert.Equal(-1, read.AsSpan().IndexOfAnyExcept(0, 7));
        Free(others);
        GC.KeepAlive(buffer);
    }

    [Fact]
    public void Nor_does_a_span_of_memory_that_was_given_back()
    {
        NativeBuffer buffer = Filled(7);
        MemoryView view = Items(buffer);
        List<NativeBuffer> others = [];

        int[] read = Accepted.A_span_of_memory_that_was_given_back(view, () => CloseAndAllocate(view, buffer, others));

        Assert.Equal(Count, read.Length);
        Assert.Equal(-1, read.AsSpan().IndexOfAnyExcept(0, 7));
        Free(others);
        GC.KeepAlive(buffer);
    }

    [Fact]
    public void An_array_cannot_go_under_a_span_at_all()
    {
        int[] read = Accepted.A_span_used_after_an_explicit_dispose(new[] { 7, 7 }.AsMemoryView(), static () => GC.Collect());

        Assert.Equal([7, 7], read);
    }

    [Fact]
    public void An_array_that_can_resize_leaves_its_old_items_under_the_span()
    {
        TypedArray array = TypedArray.Of<int>("i", 7, 7);
        using MemoryView view = new(array);

        int[] read = Accepted.A_span_used_after_an_explicit_dispose(view, () =>
        {
            view.Dispose();
            array.Clear();
            array.Extend<int>(new int[Count]);
        });

        Assert.Equal([7, 7], read);
    }

    [Fact]
    public void A_lease_never_disposed_keeps_the_memory_from_closing()
    {
        NativeBuffer buffer = Filled(7);
        Lease forgotten = Accepted.A_lease_returned(Items(buffer));

        BufferException refusal = Assert.Throws<BufferException>(() => buffer.Close());
        Assert.NotEmpty(refusal.Holders);
        Assert.Throws<BufferException>(() => buffer.Close(ClosePolicy.Wait));

        buffer.Dispose();
        Assert.Equal(7, forgotten.Span<int>()[Count - 1]);
        forgotten.Dispose();
    }

    [Fact]
    public void Neither_the_collector_nor_a_close_frees_memory_under_the_span_of_a_lease_never_disposed()
    {
        // No frame holds the lease any more, only the place where its span was.
        nint place = PlaceOfAForgottenSpan();
        List<NativeBuffer> others = [];

        CollectAndAllocate(others);

        Span<int> span = MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<int>(), place), Count);
        Assert.Equal(-1, span.IndexOfAnyExcept(7));
        Free(others);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lease_that_was_disposed_and_given_away_hands_nothing_out(bool isExporterThatCounts)
    {
        using NativeBuffer buffer = Filled(7);
        using MemoryView view = isExporterThatCounts ? new MemoryView(TypedArray.Of<int>("i", 7)) : Items(buffer);
        Lease returned = Accepted.A_disposed_lease_returned(view);

        Assert.Equal(ViewErrorCode.Released, CodeOf(ref returned));
        returned.Dispose();
    }

    [Fact]
    public void Copies_disposed_each_give_the_lease_back_once()
    {
        using NativeBuffer buffer = Filled(7);
        MemoryView view = Items(buffer);
        Accepted.Copies_disposed_each(view);
        view.Dispose();

        buffer.Close();
        Assert.Throws<ViewReleasedException>(() => Items(buffer));
    }

    // Tickets are used again: an old copy must not give back the lease that has its ticket now.
    [Fact]
    public void A_copy_disposed_late_leaves_the_next_lease_alone()
    {
        using NativeBuffer buffer = Filled(7);
        using MemoryView view = Items(buffer);
        Lease first = view.Lease();
        Lease copy = first;
        first.Dispose();

        using Lease second = view.Lease();
        copy.Dispose();
        copy.Dispose();

        Assert.Equal(ViewErrorCode.Released, CodeOf(ref copy));
        Assert.Equal(7, second.Span<int>()[0]);
        Assert.Throws<BufferException>(() => buffer.Close());
    }

    [Fact]
    public void A_lease_that_nobody_took_is_one_that_was_given_back()
    {
        Assert.Equal(ViewErrorCode.Released, Assert.Throws<ViewReleasedException>(() => Accepted.A_lease_that_nobody_took()).Code);
        Assert.Equal(0, Accepted.A_typed_view_that_nobody_took());
        default(Lease).Dispose();
    }

    private static NativeBuffer Filled(int value)
    {
        NativeBuffer buffer = NativeBuffer.Allocate(Count * sizeof(int));
        using MemoryView view = Items(buffer);
        view.Fill(value);
        return buffer;
    }

    // The cast is released with its loan: a view made by Cast alone would leave the root behind.
    private static MemoryView Items(NativeBuffer buffer)
    {
        using MemoryView bytes = new(buffer);
        return bytes.Cast<int>().Share();
    }

    private static void CloseAndAllocate(MemoryView view, NativeBuffer buffer, List<NativeBuffer> others)
    {
        view.Dispose();
        buffer.Close();
        CollectAndAllocate(others);
    }

    // What was freed by now is given out again here, and overwritten.
    private static void CollectAndAllocate(List<NativeBuffer> others)
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        others.AddRange(Enumerable.Range(0, 8).Select(_ => Filled(-1)));
    }

    private static void Free(List<NativeBuffer> buffers) => buffers.ForEach(buffer => buffer.Dispose());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint PlaceOfAForgottenSpan()
    {
        NativeBuffer buffer = Filled(7);
        Lease forgotten = Accepted.A_lease_returned(Items(buffer));
        nint place = Unsafe.ByteOffset(ref Unsafe.NullRef<int>(), ref forgotten.Span<int>()[0]);
        buffer.Dispose();
        return place;
    }

    private static ViewErrorCode CodeOf(ref Lease lease)
    {
        try
        {
            lease.Span<int>();
            return ViewErrorCode.None;
        }
        catch (ViewReleasedException error)
        {
            return error.Code;
        }
    }
}
