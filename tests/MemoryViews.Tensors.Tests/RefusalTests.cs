using System;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tensors.Tests;

/// <summary>Views that are no tensors: each says why, and what works instead.</summary>
public class RefusalTests
{
    private static MemoryView Grid => new int[2, 3].AsMemoryView();

    [Fact]
    public void A_scalar() => Refused(Grid[0, ..][1..2].Reshape(), "no axes", "Reshape(1)");

    [Fact]
    public void A_negative_stride() => Refused(Grid.Flip(1), "axis 1", "-4", "Flip(1)", "ToTensor");

    [Fact]
    public void A_stride_of_parts_of_items() => Refused(new byte[18].AsMemoryView().Cast("T{=i:id:=h:kind:}")["id"], "6", "item size 4", "ToTensor");

    [Fact]
    public void Windows_that_overlap() => Refused(new int[9].AsMemoryView().Windows(4), "axis 0", "reach of axis 1", "ToTensor");

    [Fact]
    public unsafe void Rows_behind_pointers()
    {
        int[] row = GC.AllocateArray<int>(3, pinned: true);
        nint* table = stackalloc nint[2];
        table[0] = table[1] = Marshal.UnsafeAddrOfPinnedArrayElement(row, 0);
        using MemoryBlock block = MemoryBlock.Borrow(table, 2 * nint.Size, isReadOnly: false);
        Layout layout = Layout.Indirect(4, [2, 3], [nint.Size, 4], [0, -1]);
        using MemoryView view = MemoryView.Over(new BufferExport(null, block, layout, ItemFormat.Of<int>(), isReadOnly: false));
        Refused(view, "pointers", "index the axis", "ToTensor");
        row[1] = 5;
        Assert.Equal([0, 5, 0, 0, 5, 0], TensorLeaseTests.Items<int>(view.ToTensor<int>()));
        Assert.Equal(10, view.Sum<int>());
    }

    [Fact]
    public void A_view_whose_memory_is_no_array()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(16);
        using MemoryView view = buffer.AsMemoryView();
        TensorLayoutException refusal = Assert.Throws<TensorLayoutException>(() => view.AsTensor<byte>());
        Assert.Contains("NativeBuffer", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("LeaseTensor", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<TensorLayoutException>(() => new byte[16].AsMemoryView().Cast<int>().AsTensor<int>());
    }

    [Fact]
    public void A_tensor_that_would_write_to_a_read_only_view()
        => Assert.Contains("read-only", Assert.Throws<TensorLayoutException>(() => Grid.AsReadOnly().AsTensor<int>()).Message, StringComparison.Ordinal);

    // An exporter may name any object as the one whose memory it lends.
    [Fact]
    public void An_array_that_the_memory_is_not_in()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(16);
        BufferExport loan = new(new byte[16], buffer, Layout.Contiguous(1, [16]), ItemFormat.Of<byte>(), isReadOnly: false);
        using MemoryView view = MemoryView.Over(loan);
        Assert.Throws<TensorLayoutException>(() => view.AsTensor<byte>());
    }

    private static void Refused(MemoryView view, params string[] facts)
    {
        TensorLayoutException refusal = Assert.Throws<TensorLayoutException>(() => view.LeaseTensor<int>().Dispose());
        Assert.All(facts, fact => Assert.Contains(fact, refusal.Message, StringComparison.Ordinal));
        Assert.Equal(ViewErrorCode.NotExpressible, refusal.Code);
        Assert.Equal(view.Shape, [.. refusal.Shape]);
        Assert.Equal(view.Strides, [.. refusal.Strides]);
        Assert.Throws<TensorLayoutException>(() => view.LeaseReadOnlyTensor<int>().Dispose());
    }
}
