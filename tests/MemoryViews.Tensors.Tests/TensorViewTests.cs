using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using Xunit;

namespace MemoryViews.Tensors.Tests;

public class TensorViewTests
{
    public static TheoryData<string> All => Layouts.All;

    private static Tensor<int> Numbers => Tensor.Create([.. Enumerable.Range(0, 24)], [4, 6]);

    [Fact]
    public void A_tensor_is_seen_and_written_through_a_view()
    {
        Tensor<int> tensor = Numbers;
        using MemoryView view = tensor.AsMemoryView();
        view[1, 2] = 80;
        tensor[0, 0] = 90;
        Assert.Equal([4, 6], view.Shape);
        Assert.Equal(80, tensor[1, 2]);
        Assert.Equal(90, view[0, 0]);
        Assert.Same(tensor, view.Exporter);
    }

    // The pointer of a slice's pinned handle is that of the whole tensor.
    [Fact]
    public void A_sliced_tensor_is_seen_where_the_slice_is()
    {
        Tensor<int> slice = Numbers.Slice(1..3, 2..5);
        using MemoryView view = slice.AsMemoryView();
        Assert.Equal([24, 4], view.Strides);
        Assert.Equal([8, 9, 10, 14, 15, 16], view.ToArray<int>());
        view.Flip(1)[0, 0] = -1;
        Assert.Equal(-1, slice[0, 2]);
    }

    [Fact]
    public void A_turned_or_repeated_tensor_is_seen_with_its_strides()
    {
        int[] items = [.. Enumerable.Range(0, 24)];
        using MemoryView turned = Tensor.Create(items, 0, [6, 4], [1, 6]).AsMemoryView();
        using MemoryView repeated = Tensor.Create(items, 3, [2, 3], [0, 1]).AsMemoryView();
        Assert.Equal(Layouts.Of("turned").ToArray<int>(), turned.ToArray<int>());
        Assert.Equal([3, 4, 5, 3, 4, 5], repeated.ToArray<int>());
        Assert.Throws<ViewOperationException>(() => repeated.CopyFrom<int>([1, 2, 3, 4, 5, 6]));
    }

    [Fact]
    public void An_empty_tensor_is_an_empty_view()
    {
        using MemoryView none = Tensor<int>.Empty.AsMemoryView(), column = Numbers.Slice(.., 6..6).AsMemoryView();
        Assert.Equal(0, none.ItemCount);
        Assert.Equal([4, 0], column.Shape);
    }

    [Fact]
    public void A_tensor_of_items_without_a_format_is_refused()
        => Assert.Throws<ItemTypeException>(() => Tensor.Create(new Int128[4], [2, 2]).AsMemoryView());

    [Fact]
    public void A_tensor_stays_where_it_is_while_the_heap_is_compacted_under_its_view()
    {
        List<byte[]> rubbish = [.. Enumerable.Range(0, 1000).Select(_ => new byte[100])];
        Tensor<int> tensor = Numbers;
        using MemoryView view = tensor.AsMemoryView();
        rubbish.Clear();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        tensor[3, 5] = 77;
        Assert.Equal(77, view[3, 5]);
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("rows with a gap")]
    [InlineData("turned")]
    [InlineData("one column")]
    [InlineData("length one")]
    [InlineData("empty")]
    public void A_view_of_an_array_becomes_a_tensor_over_the_same_array(string layout)
    {
        MemoryView view = Layouts.Of(layout);
        Tensor<int> tensor = view.AsTensor<int>();
        Assert.Equal(view.Shape, tensor.Lengths);
        Assert.Equal(view.ToArray<int>(), TensorLeaseTests.Items<int>(tensor));
        tensor.Fill(5);
        Assert.All(view.ToArray<int>(), item => Assert.Equal(5, item));
    }

    [Fact]
    public void A_view_of_a_part_of_an_array_becomes_a_tensor_over_that_part()
    {
        int[] items = [.. Enumerable.Range(0, 10)];
        Tensor<int> tensor = new ArraySegment<int>(items, 3, 4).AsMemoryView()[1..].AsTensor<int>();
        tensor[0] = -1;
        Assert.Equal(-1, items[4]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Any_view_is_copied_into_a_tensor_by_name(string layout)
    {
        MemoryView view = Layouts.Of(layout);
        Tensor<int> copy = view.ToTensor<int>();
        Assert.Equal(view.Shape, copy.Lengths);
        Assert.Equal(view.ToArray<int>(), TensorLeaseTests.Items<int>(copy));
        copy.Fill(-1);
        Assert.DoesNotContain(-1, view.ToArray<int>());
    }

    [Fact]
    public void A_tensor_span_is_a_view_for_the_length_of_a_call()
    {
        int[] items = [.. Enumerable.Range(0, 24)];
        TensorSpan<int> span = new TensorSpan<int>(items, [4, 6]).Slice(1..3, 2..5);
        List<MemoryView> kept = [];
        span.Access(kept, static (view, kept) =>
        {
            Assert.Equal([8, 9, 10, 14, 15, 16], view.ToArray<int>());
            view[1, 2] = -1;
            kept.Add(view);
            kept.Add(view[.., 1..]);
        });
        Assert.Equal(-1, items[16]);
        Assert.All(kept, view => Assert.Throws<ViewReleasedException>(() => view.ToArray<int>()));
    }

    [Fact]
    public void A_read_only_tensor_span_is_a_read_only_view()
    {
        ReadOnlyTensorSpan<int> span = new([1, 2, 3, 4], [2, 2]);
        span.Access(10, static (view, sum) =>
        {
            Assert.True(view.IsReadOnly);
            Assert.Equal(sum, view.Sum<int>());
        });
        ReadOnlyTensorSpan<int>.Empty.Access(0, static (view, count) => Assert.Equal(count, view.ItemCount));
    }

    [LeavesBehind("it is about leaving a lease behind")]
    [Fact]
    public void A_lease_left_behind_in_a_call_is_found_out()
    {
        TensorSpan<int> span = new([1, 2, 3, 4], [2, 2]);
        bool found = false;
        try
        {
            span.Access(0, static (view, _) => view.BorrowMemory<int>());
        }
        catch (BufferException)
        {
            found = true;
        }

        Assert.True(found);
    }
}
