using System;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Protocol;

public class BufferExportTests
{
    [Fact]
    public void A_custom_exporter_lends_a_part_of_its_array_under_its_own_format_and_shape()
    {
        short[] pixels = [0, 1, 2, 3, 4, 5, 6, 7];
        Exporter exporter = new(request => new BufferExport("picture", MemoryBlock.OfArray(pixels), Layout.Strided(2, [2, 3], [8, -2], 6), ItemFormat.Of<short>(), isReadOnly: false).Narrow(request));
        using MemoryView view = new(exporter);
        Assert.Equal("picture", view.Exporter);
        Assert.Equal([3, 2, 1, 7, 6, 5], view.ToArray<short>());
        view[1, 0] = 70;
        Assert.Equal(70, pixels[7]);
        using MemoryView plain = new(new Exporter(_ => exporter.GetBuffer(BufferRequest.Strides)));
        Assert.Equal("B", plain.Format.Text);
        Assert.Equal(2, plain.ItemSize);
    }

    [Fact]
    public void A_layout_outside_the_memory_is_refused()
    {
        MemoryBlock block = MemoryBlock.OfArray(new byte[4]);
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => Make(block, Layout.Contiguous(1, [5])), "[0, 5)", "[0, 4)");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.OutOfBounds, () => Make(block, Layout.Strided(1, [2], [-1])));
        Assert.Throws<ArgumentNullException>(() => Make(null!, default));
        Assert.Throws<ArgumentNullException>(() => new BufferExport(null, block, Layout.Contiguous(1, [4]), null!, isReadOnly: false));
        Make(block, Layout.Strided(1, [0], [nint.MaxValue], 0));
    }

    [Fact]
    public void Read_only_memory_makes_a_read_only_loan()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(4);
        using MemoryBlock block = Borrow(buffer, isReadOnly: true);
        Assert.True(Make(block, Layout.Contiguous(1, [4])).IsReadOnly);
        Assert.Throws<BufferException>(() => Make(block, Layout.Contiguous(1, [4])).Narrow(BufferRequest.Writable));
    }

    [Fact]
    public void The_loan_goes_back_once_when_disposed_or_refused()
    {
        int returned = 0;
        BufferExport loan = new(null, MemoryBlock.OfArray(new byte[4]), Layout.Contiguous(1, [4]), ItemFormat.UInt8, isReadOnly: false, () => returned++);
        loan.Dispose();
        loan.Dispose();
        Assert.Equal(1, returned);
        loan = new(null, MemoryBlock.OfArray(new byte[4]), Layout.Contiguous(1, [4]), ItemFormat.UInt8, isReadOnly: true, () => returned++);
        Assert.Throws<BufferException>(() => loan.Narrow(BufferRequest.Writable));
        Assert.Equal(2, returned);
        Assert.Throws<ViewReleasedException>(() => loan.Pin());
    }

    [Fact]
    public void A_view_let_go_of_after_its_loan_ended_does_not_bring_the_loan_back()
    {
        int returned = 0;
        BufferExport loan = new(null, MemoryBlock.OfArray(new byte[4]), Layout.Contiguous(1, [4]), ItemFormat.UInt8, isReadOnly: false, () => returned++);
        MemoryView root = new(new Exporter(_ => loan)), late = root[..], other = root[..];
        using (Lease lease = other.Lease())
        {
            root.Dispose();
            late.Release();
            Assert.True(loan.IsEnded);
            Assert.Throws<ViewReleasedException>(() => other[0]);
            loan.Dispose();
            Assert.Equal(0, returned);
        }

        Assert.Equal(1, returned);
    }

    [Fact]
    public unsafe void A_pin_is_the_address_of_the_first_item()
    {
        byte[] bytes = [1, 2, 3, 4];
        using BufferExport export = bytes.AsMemoryView().Flip().GetBuffer(BufferRequest.Strides);
        using System.Buffers.MemoryHandle pin = export.Pin();
        Assert.Equal(4, *(byte*)pin.Pointer);
        Assert.Equal(3, ((byte*)pin.Pointer)[-1]);
    }

    [Fact]
    public void Python_s_helpers_tell_sizes_and_contiguity()
    {
        Assert.Equal(16, BufferProtocol.SizeOfFormat("iq"));
        using BufferExport export = new int[2, 3].AsMemoryView().Transpose().GetBuffer(BufferRequest.Strides);
        Assert.Equal((false, true, true), (BufferProtocol.IsContiguous(export, AxisOrder.C), BufferProtocol.IsContiguous(export, AxisOrder.F), BufferProtocol.IsContiguous(export, AxisOrder.Any)));
    }

    private static BufferExport Make(MemoryBlock block, Layout layout) => new(null, block, layout, ItemFormat.UInt8, isReadOnly: false);

    private static unsafe MemoryBlock Borrow(NativeBuffer buffer, bool isReadOnly) => MemoryBlock.Borrow((void*)buffer.Start, buffer.Length, isReadOnly);
}
