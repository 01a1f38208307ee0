using System;
using Xunit;

namespace MemoryViews.Interchange.Tests.Tensors;

public unsafe class ImportTests
{
    [Fact]
    public void A_tensor_becomes_a_view_of_the_same_memory()
    {
        using TensorProducer producer = new();
        using (MemoryView view = DLPack.Import(producer.Versioned))
        {
            Assert.Equal("i", view.Format.Text);
            Assert.Equal([3, 4], view.Shape.ToArray());
            Assert.Equal([16, 4], view.Strides.ToArray());
            Assert.False(view.IsReadOnly);
            view[2, 3] = 42;
            Assert.Equal(42, producer.Data[11]);
            Assert.Equal(0, producer.Deletions);
        }

        Assert.Equal(1, producer.Deletions);
    }

    [Fact]
    public void A_tensor_from_before_version_1_becomes_a_view_too()
    {
        using TensorProducer producer = new();
        using (MemoryView view = DLPack.Import(producer.Legacy))
        {
            Assert.Equal(6, view[1, 2]);
        }

        Assert.Equal(1, producer.Deletions);
    }

    [Fact]
    public void Without_strides_the_items_lie_in_C_order()
    {
        using TensorProducer producer = new();
        producer.Tensor.Strides = null;
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.True(view.IsCContiguous);
        Assert.Equal(11, view[2, 3]);
    }

    [Fact]
    public void Strides_may_be_negative_and_the_offset_is_in_bytes()
    {
        using TensorProducer producer = new();
        producer.Tensor.ByteOffset = 11 * sizeof(int);
        producer.Strides(-4, -1);
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.Equal([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(view.ToBytes()).ToArray());
    }

    [Fact]
    public void Read_only_tensors_give_read_only_views()
    {
        using TensorProducer producer = new();
        producer.Versioned->Flags = DLPackFlags.ReadOnly;
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.True(view.IsReadOnly);
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => view[0, 0] = 1);
    }

    [Fact]
    public void A_later_minor_version_and_flags_of_later_ones_are_understood()
    {
        using TensorProducer producer = new();
        producer.Versioned->Version = new(1, 99);
        producer.Versioned->Flags = DLPackFlags.IsCopied | (DLPackFlags)(1ul << 40);
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.Equal(5, view[1, 1]);
    }

    [Fact]
    public void A_tensor_without_a_deleter_is_just_let_go()
    {
        using TensorProducer producer = new();
        producer.Versioned->Deleter = null;
        producer.Legacy->Deleter = null;
        DLPack.Import(producer.Versioned).Dispose();
        DLPack.Import(producer.Legacy).Dispose();
        Assert.Equal(0, producer.Deletions);
    }

    [Fact]
    public void Nothing_at_no_address_is_an_empty_view()
    {
        using TensorProducer producer = new();
        producer.Tensor.Data = null;
        producer.Shape(0, 4);
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.Equal(0, view.ItemCount);
        Assert.Empty(view.ToBytes());
    }

    [Fact]
    public void A_tensor_without_axes_is_one_item()
    {
        using TensorProducer producer = new();
        producer.Shape();
        producer.Tensor.Shape = producer.Tensor.Strides = null;
        producer.Tensor.ByteOffset = 20;
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.Equal(0, view.Rank);
        Assert.Equal(5, view.Get<int>());
    }

    [Fact]
    public void Lanes_are_a_row_in_each_item()
    {
        using TensorProducer producer = new();
        producer.Tensor.DataType = new(DLDataTypeCode.Int, 32, 4);
        producer.Shape(3);
        producer.Strides(1);
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.Equal("(4)i", view.Format.Text);
        Assert.Equal([3], view.Shape.ToArray());
        Assert.Equal(16, view.ItemSize);
    }

    [Fact]
    public void Sixty_four_axes_are_the_most()
    {
        using TensorProducer producer = new();
        long[] ones = new long[64];
        Array.Fill(ones, 1);
        producer.Shape(ones);
        producer.Strides(new long[64]);
        using MemoryView view = DLPack.Import(producer.Versioned);
        Assert.Equal(64, view.Rank);
    }
}
