using System;
using Xunit;

namespace MemoryViews.Interchange.Tests.Tensors;

/// <summary>What a producer can get wrong, or do on purpose: refused with the fact, and deleted exactly once.</summary>
public unsafe class RefusalTests
{
    private delegate void Spoil(TensorProducer producer);

    [Fact]
    public void A_null_pointer()
    {
        Refusal.Of(ViewErrorCode.InvalidArgument, () => DLPack.Import((DLManagedTensorVersioned*)null), "DLManagedTensorVersioned");
        Refusal.Of(ViewErrorCode.InvalidArgument, () => DLPack.Import((DLManagedTensor*)null), "DLManagedTensor");
        DLPack.Delete((DLManagedTensor*)null);
        DLPack.Delete((DLManagedTensorVersioned*)null);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(2u)]
    [InlineData(uint.MaxValue)]
    public void Another_major_version(uint major)
        => Refused(ViewErrorCode.NotSupported, producer =>
        {
            producer.Versioned->Version = new(major, 3);
            producer.Tensor = default; // nothing behind the deleter may be believed
        }, $"DLPack {major}.3", "1.x");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    public void Another_device(int device)
        => Refused(ViewErrorCode.NotSupported, producer => producer.Tensor.Device = new((DLDeviceType)device, 7), $"device {device}", "number 7");

    [Theory]
    [InlineData(4, 16, 1)]
    [InlineData(3, 64, 1)]
    [InlineData(0, 7, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 128, 1)]
    [InlineData(0, 32, 0)]
    [InlineData(2, 8, 1)]
    [InlineData(2, 128, 1)]
    [InlineData(5, 32, 1)]
    [InlineData(6, 1, 1)]
    [InlineData(6, 32, 1)]
    [InlineData(10, 8, 1)]
    [InlineData(255, 255, 65535)]
    public void A_type_without_a_format(byte code, byte bits, ushort lanes)
        => Refused(ViewErrorCode.FormatUnsupported, producer => producer.Tensor.DataType = new((DLDataTypeCode)code, bits, lanes), $"{bits} bits in {lanes} lanes");

    [Theory]
    [InlineData(-1)]
    [InlineData(65)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_number_of_axes_that_no_view_has(int rank)
        => Refused(ViewErrorCode.InvalidShape, producer => producer.Tensor.Rank = rank, $"{rank} axes", "64");

    [Fact]
    public void Axes_without_a_shape() => Refused(ViewErrorCode.InvalidArgument, producer => producer.Tensor.Shape = null, "2 axes");

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_negative_length(long extent) => Refused(ViewErrorCode.InvalidShape, producer => producer.Shape(3, extent), $"{extent} items");

    [Fact]
    public void Items_at_no_address() => Refused(ViewErrorCode.InvalidArgument, producer => producer.Tensor.Data = null, "48 bytes", "address 0");

    [Fact]
    public void An_offset_is_no_address() => Refused(ViewErrorCode.InvalidArgument, producer =>
    {
        producer.Tensor.ByteOffset = (ulong)(nint)producer.Tensor.Data;
        producer.Tensor.Data = null;
    });

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1L << 32, 1L << 32)]
    [InlineData(1L << 31, 1L << 31)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void A_shape_beyond_memory(long rows, long columns)
        => Refused<ViewArgumentException>(ViewErrorCode.InvalidShape, producer => producer.Shape(rows, columns));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1L << 61)]
    public void A_stride_beyond_memory(long stride)
        => Refused(ViewErrorCode.OutOfBounds, producer => producer.Strides(stride, 1), $"{stride} items");

    [Theory]
    [InlineData(1L << 60)]
    [InlineData(-1L << 60)]
    public void Strides_that_reach_beyond_memory(long stride)
        => Refused(ViewErrorCode.OutOfBounds, producer => producer.Strides(stride, 1), "reaches from address");

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1ul << 63)]
    public void An_offset_beyond_memory(ulong offset)
        => Refused(ViewErrorCode.OutOfBounds, producer => producer.Tensor.ByteOffset = offset, "reaches from address");

    private static void Refused(ViewErrorCode code, Spoil spoil, params string[] facts) => Refused<InterchangeException>(code, spoil, facts);

    private static void Refused<T>(ViewErrorCode code, Spoil spoil, params string[] facts)
        where T : Exception, IViewException
    {
        using TensorProducer producer = new();
        spoil(producer);
        Refusal.Of<T>(code, () => DLPack.Import(producer.Versioned), facts);
        Assert.Equal(1, producer.Deletions);
    }
}
