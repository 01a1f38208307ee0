using System;
using System.Threading;

namespace MemoryViews.Interchange;

/// <summary>Makes views of tensors. Nothing in a tensor is believed before it is checked, and each tensor is deleted exactly once.</summary>
internal static unsafe class DLImport
{
    private const string Standard = "DLPack tensor";

    public static MemoryView View(DLManagedTensorVersioned* tensor)
    {
        if (tensor is null)
        {
            throw Error.NullPointer(nameof(DLManagedTensorVersioned));
        }

        Once once = new(() => DLPack.Delete(tensor));
        try
        {
            // With another major version, only the deleter is where it is expected.
            return tensor->Version.Major == DLPackVersion.CurrentMajor
                ? View(in tensor->Tensor, (tensor->Flags & DLPackFlags.ReadOnly) != 0, once.Run)
                : throw Error.WrongMajor(tensor->Version.Major, tensor->Version.Minor);
        }
        catch
        {
            once.Run();
            throw;
        }
    }

    public static MemoryView View(DLManagedTensor* tensor)
    {
        if (tensor is null)
        {
            throw Error.NullPointer(nameof(DLManagedTensor));
        }

        Once once = new(() => DLPack.Delete(tensor));
        try
        {
            return View(in tensor->Tensor, isReadOnly: false, once.Run);
        }
        catch
        {
            once.Run();
            throw;
        }
    }

    private static MemoryView View(in DLTensor tensor, bool isReadOnly, Action giveBack)
    {
        if (tensor.Device.DeviceType != DLDeviceType.Cpu)
        {
            throw Error.NotOnCpu(tensor.Device);
        }

        ItemFormat format = DLTypes.FormatOf(tensor.DataType) ?? throw Error.TypeNotInFormats(tensor.DataType);
        int rank = tensor.Rank is >= 0 and <= Layout.MaxRank ? tensor.Rank : throw Error.TooManyAxes(Standard, tensor.Rank);
        Span<nint> shape = stackalloc nint[rank], strides = stackalloc nint[rank];
        ReadShape(in tensor, shape);
        ReadStrides(in tensor, format.Size, shape, strides);

        // An offset beside no memory is no address: it would make null look like one.
        Int128 start = tensor.Data is null ? 0 : (Int128)(nuint)tensor.Data + tensor.ByteOffset;
        return ForeignItems.View(Standard, start, format, shape, strides, isReadOnly, giveBack);
    }

    private static void ReadShape(in DLTensor tensor, Span<nint> shape)
    {
        if (shape.Length > 0 && tensor.Shape is null)
        {
            throw Error.NoShape(shape.Length);
        }

        for (int axis = 0; axis < shape.Length; axis++)
        {
            long extent = tensor.Shape[axis];
            shape[axis] = extent >= 0 && extent <= nint.MaxValue ? (nint)extent : throw Error.BadExtent(axis, extent);
        }
    }

    private static void ReadStrides(in DLTensor tensor, nint itemSize, ReadOnlySpan<nint> shape, Span<nint> strides)
    {
        if (tensor.Strides is null)
        {
            Layout.Contiguous(itemSize, shape).Strides.CopyTo(strides);
            return;
        }

        for (int axis = 0; axis < shape.Length; axis++)
        {
            // Nobody steps along an axis of one item: what stands there may be anything.
            Int128 stride = (Int128)tensor.Strides[axis] * itemSize;
            bool fits = stride >= nint.MinValue && stride <= nint.MaxValue;
            strides[axis] = fits ? (nint)stride : shape[axis] <= 1 ? itemSize : throw Error.StrideOverflow(axis, tensor.Strides[axis], itemSize);
        }
    }

    /// <summary>Something that is done by whoever comes first, and by nobody else.</summary>
    private sealed class Once(Action action)
    {
        private Action? _action = action;

        public void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();
    }
}
