using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Tensors;

/// <summary>Lends a tensor's items. The tensor's array is private to it, so it is held still while a loan is out.</summary>
internal sealed class TensorExporter<T>(Tensor<T> tensor) : IBufferExporter
    where T : unmanaged
{
    public unsafe BufferExport GetBuffer(BufferRequest request)
    {
        Layout layout = TensorStrides.ToLayout(sizeof(T), tensor.Lengths, tensor.Strides, tensor.IsDense);
        ItemFormat format = ItemFormat.Of<T>(); // may refuse: nothing is held yet

        // The handle holds the tensor's array still, but for a slice its pointer is that of the whole array: the reference tells where the items are.
        MemoryHandle still = tensor.GetPinnedHandle();
        void* first = Unsafe.AsPointer(ref TensorMarshal.GetReference(tensor.AsTensorSpan()));
        nint bytes = layout.Bounds.High;
        MemoryBlock block = MemoryBlock.Borrow(bytes == 0 ? null : first, bytes, isReadOnly: false, still.Dispose);
        return new BufferExport(tensor, block, layout, format, isReadOnly: false, block.Dispose).Narrow(request);
    }
}
