using System;
using System.Linq;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tensors.Tests;

public class TensorLeaseTests
{
    public static TheoryData<string> Tensors => Layouts.Tensors;

    [Theory]
    [MemberData(nameof(Tensors))]
    public void A_view_read_as_a_tensor_has_its_shape_and_items(string layout)
    {
        MemoryView view = Layouts.Of(layout);
        using ReadOnlyTensorLease<int> lease = view.LeaseReadOnlyTensor<int>();
        Assert.Equal(view.Shape, lease.Span.Lengths);
        Assert.Equal(view.ToArray<int>(), Items(lease.Span));
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("rows with a gap")]
    [InlineData("every second column")]
    [InlineData("turned")]
    [InlineData("one column")]
    [InlineData("length one")]
    [InlineData("three axes turned")]
    public void What_is_written_to_the_tensor_is_in_the_view_and_nowhere_else(string layout)
    {
        int[] items = [.. Enumerable.Range(0, 24)];
        MemoryView view = Layouts.Look(items.AsMemoryView(), layout);
        int[] before = view.ToArray<int>();
        using (TensorLease<int> lease = view.LeaseTensor<int>())
        {
            foreach (ref int item in lease.Span)
            {
                item = -item - 1;
            }
        }

        Assert.Equal(before.Select(item => -item - 1), view.ToArray<int>());
        Assert.Equal(Enumerable.Range(0, 24).Except(before), items.Where(item => item >= 0));
    }

    [Fact]
    public void Strides_are_told_in_items_and_are_0_along_axes_of_length_1()
    {
        MemoryView view = new float[2, 3, 4].AsMemoryView()[..1, .., ..2];
        using TensorLease<float> lease = view.LeaseTensor<float>();
        Assert.Equal([48, 16, 4], view.Strides);
        Assert.Equal([0, 4, 1], lease.Span.Strides);
    }

    [LeavesBehind("its view is made from a temporary one")]
    [Fact]
    public void Native_memory_is_leased_and_stays_until_the_lease_is_disposed()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(64);
        MemoryView view = buffer.AsMemoryView().Cast<double>().Reshape(2, 4)[.., 1..];
        using (TensorLease<double> lease = view.LeaseTensor<double>())
        {
            lease.Span[1, 2] = 7;
            view.Dispose();
            buffer.Dispose();
            Assert.Equal(7, lease.Span[1, 2]);
        }

        Assert.Throws<ViewReleasedException>(() => buffer.AsMemoryView());
    }

    [Fact]
    public void A_lease_given_back_hands_out_nothing()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(64);
        using MemoryView view = buffer.AsMemoryView();
        Assert.Throws<ViewReleasedException>(() =>
        {
            TensorLease<byte> lease = view.LeaseTensor<byte>();
            lease.Dispose();
            lease.Dispose();
            _ = lease.Span.FlattenedLength;
        });
        buffer.AsMemoryView().Dispose();
    }

    [LeavesBehind("its views are temporaries")]
    [Fact]
    public void A_refused_lease_is_not_out()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(64);
        MemoryView view = buffer.AsMemoryView().Cast(BitConverter.IsLittleEndian ? ">i" : "<i");
        ItemTypeException refusal = Assert.Throws<ItemTypeException>(() => view.LeaseTensor<int>().Dispose());
        Assert.Contains("ConvertTo", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ItemTypeException>(() => view.LeaseReadOnlyTensor<float>().Dispose());
        Assert.Throws<ViewNotSupportedException>(() => buffer.AsMemoryView().AsReadOnly().LeaseTensor<byte>().Dispose());
        using (NativeBuffer other = NativeBuffer.Allocate(64))
        {
            using (MemoryView typed = other.AsMemoryView())
            {
                Assert.Throws<ItemTypeException>(() => typed.LeaseTensor<int>().Dispose());
            }

            other.Close();
        }
    }

    // The rule is ours, written down from what tensors take; here every small layout is put to both. A view without items has no
    // item that its strides could lead astray.
    [Fact]
    public void A_layout_is_refused_exactly_when_tensors_refuse_it()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        nint[] lengths = [0, 1, 2, 3], strides = [0, 1, 2, 3, 4, 6, 7];
        int taken = 0, refused = 0;
        foreach ((nint a, nint b, nint c) in from a in lengths from b in lengths from c in lengths select (a, b, c))
        {
            foreach ((nint x, nint y, nint z) in from x in strides from y in strides from z in strides select (x, y, z))
            {
                bool ours = TakesView(items, [a, b, c], [x, y, z]), isEmpty = a * b * c == 0;
                Assert.True(ours == (isEmpty || TakesTensor(items, [a, b, c], [x, y, z])), $"({a}, {b}, {c}) by ({x}, {y}, {z}): {ours}");
                (taken, refused) = ours ? (taken + 1, refused) : (taken, refused + 1);
            }
        }

        Assert.True(taken > 10_000 && refused > 500, $"{taken} taken, {refused} refused");
    }

    internal static T[] Items<T>(ReadOnlyTensorSpan<T> span)
    {
        T[] items = new T[span.FlattenedLength];
        span.FlattenTo(items);
        return items;
    }

    private static bool TakesView(int[] items, nint[] lengths, nint[] strides)
    {
        MemoryView view = items.AsMemoryView();
        view = view.WithLayout(view.Format, Layout.Strided(4, lengths, [.. strides.Select(stride => stride * 4)]));
        try
        {
            using ReadOnlyTensorLease<int> lease = view.LeaseReadOnlyTensor<int>();
            Assert.Equal(view.ToArray<int>(), Items(lease.Span));
            return true;
        }
        catch (TensorLayoutException)
        {
            return false;
        }
    }

    private static bool TakesTensor(int[] items, nint[] lengths, nint[] strides)
    {
        try
        {
            nint[] canonical = [.. strides.Zip(lengths, (stride, length) => length == 1 ? 0 : stride)];
            TensorMarshal.CreateTensorSpan(ref items[0], items.Length, lengths, canonical, pinned: false);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
