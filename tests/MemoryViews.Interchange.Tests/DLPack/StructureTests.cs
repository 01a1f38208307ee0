using System.Runtime.CompilerServices;
using Xunit;

namespace MemoryViews.Interchange.Tests.Tensors;

/// <summary>The structures are laid out as a C compiler lays out the published headers on a 64-bit machine.</summary>
public unsafe class StructureTests
{
    [Fact]
    public void Sizes_are_those_of_the_headers()
    {
        Assert.Equal(8, sizeof(DLPackVersion));
        Assert.Equal(8, sizeof(DLDevice));
        Assert.Equal(4, sizeof(DLDataType));
        Assert.Equal(48, sizeof(DLTensor));
        Assert.Equal(64, sizeof(DLManagedTensor));
        Assert.Equal(80, sizeof(DLManagedTensorVersioned));
        Assert.Equal(72, sizeof(ArrowSchema));
        Assert.Equal(80, sizeof(ArrowArray));
    }

    [Fact]
    public void Fields_lie_where_the_headers_put_them()
    {
        DLManagedTensorVersioned versioned = default;
        Assert.Equal(16, (byte*)&versioned.Deleter - (byte*)&versioned);
        Assert.Equal(24, (byte*)&versioned.Flags - (byte*)&versioned);
        Assert.Equal(32, (byte*)&versioned.Tensor - (byte*)&versioned);
        Assert.Equal(16, (byte*)&versioned.Tensor.Rank - (byte*)&versioned.Tensor);
        Assert.Equal(40, (byte*)&versioned.Tensor.ByteOffset - (byte*)&versioned.Tensor);
        ArrowArray array = default;
        Assert.Equal(40, (byte*)&array.Buffers - (byte*)&array);
        Assert.Equal(64, (byte*)&array.Release - (byte*)&array);
        ArrowSchema schema = default;
        Assert.Equal(56, (byte*)&schema.Release - (byte*)&schema);
        Assert.Equal(1, Unsafe.SizeOf<DLDataTypeCode>());
    }
}
