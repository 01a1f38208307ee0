using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>
/// Makes tensors. Each is one piece of native memory, which its deleter frees:
/// <code>
///   DLManagedTensor[Versioned]    shape (rank x 8 bytes)    strides (rank x 8 bytes)
///     manager_ctx: a hold on the pinned items
/// </code>
/// </summary>
internal static unsafe class DLExport
{
    private const string Standard = "DLPack";

    public static DLManagedTensorVersioned* Versioned(MemoryView view, CopyPolicy copy)
    {
        using MemoryView? copied = CopyFor(view, copy, readOnlyIsFine: true);
        MemoryView source = copied ?? view;
        DLManagedTensorVersioned* tensor = (DLManagedTensorVersioned*)Allocate(sizeof(DLManagedTensorVersioned), source, out PinnedItems items);
        tensor->Version = new(DLPackVersion.CurrentMajor, DLPackVersion.CurrentMinor);
        tensor->Flags = (source.IsReadOnly ? DLPackFlags.ReadOnly : 0) | (copied is not null ? DLPackFlags.IsCopied : 0);
        tensor->Deleter = &Delete;
        Fill(ref tensor->Tensor, (long*)(tensor + 1), source, items);
        tensor->ManagerContext = (void*)items.Hold();
        items.LetGo();
        return tensor;
    }

    public static DLManagedTensor* Legacy(MemoryView view, CopyPolicy copy)
    {
        using MemoryView? copied = CopyFor(view, copy, readOnlyIsFine: false);
        MemoryView source = copied ?? view;
        DLManagedTensor* tensor = (DLManagedTensor*)Allocate(sizeof(DLManagedTensor), source, out PinnedItems items);
        tensor->Deleter = &DeleteLegacy;
        Fill(ref tensor->Tensor, (long*)(tensor + 1), source, items);
        tensor->ManagerContext = (void*)items.Hold();
        items.LetGo();
        return tensor;
    }

    /// <summary>A copy where the policy wants or needs one; null where the view goes as it is.</summary>
    private static MemoryView? CopyFor(MemoryView view, CopyPolicy copy, bool readOnlyIsFine)
    {
        DLDataType type = DLTypes.Of(view.Format) ?? throw Error.NotATensorType(view.Format);
        if (view.Format.Size != view.ItemSize)
        {
            throw Error.SizeDiffers(Standard, view.Format, view.ItemSize);
        }

        Exception? obstacle = ObstacleOf(view) ?? (view.IsReadOnly && !readOnlyIsFine ? Error.LegacyReadOnly() : null);
        if (obstacle is not null && copy == CopyPolicy.Never)
        {
            throw obstacle;
        }

        return obstacle is null && copy != CopyPolicy.Always ? null : ContiguousCopy.Of(view, DLTypes.FormatOf(type)!);
    }

    /// <summary>What is in the way of going without a copy.</summary>
    private static Exception? ObstacleOf(MemoryView view)
    {
        if (!view.Format.IsNativeOrder)
        {
            return Error.ForeignOrder(Standard, view.Format);
        }

        if (view.Layout.IsIndirect)
        {
            return Error.TensorIndirect();
        }

        ReadOnlySpan<nint> shape = view.Shape, strides = view.Strides;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] > 1 && strides[axis] % view.ItemSize != 0)
            {
                return Error.StrideNotInItems(axis, strides[axis], view.ItemSize);
            }
        }

        return null;
    }

    // Memory first, then the pin: what can fail comes before what must be undone.
    private static void* Allocate(int head, MemoryView view, out PinnedItems items)
    {
        void* memory = NativeMemory.AllocZeroed((nuint)(head + (2 * view.Rank * sizeof(long))));
        try
        {
            items = new PinnedItems(view);
            return memory;
        }
        catch
        {
            NativeMemory.Free(memory);
            throw;
        }
    }

    private static void Fill(ref DLTensor tensor, long* numbers, MemoryView view, PinnedItems items)
    {
        int rank = view.Rank;
        tensor.Data = view.ItemCount == 0 ? null : items.Address;
        tensor.Device = new(DLDeviceType.Cpu, 0);
        tensor.Rank = rank;
        tensor.DataType = DLTypes.Of(view.Format)!.Value;
        tensor.Shape = rank == 0 ? null : numbers;
        tensor.Strides = rank == 0 ? null : numbers + rank;
        long contiguous = 1; // wraps only for shapes without items, whose strides nobody follows
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            nint extent = view.Shape[axis];
            tensor.Shape[axis] = extent;
            tensor.Strides[axis] = extent > 1 ? view.Strides[axis] / view.ItemSize : contiguous;
            contiguous *= Math.Max(extent, 1);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Delete(DLManagedTensorVersioned* tensor)
    {
        if (tensor is not null)
        {
            PinnedItems.Return((nint)tensor->ManagerContext);
            NativeMemory.Free(tensor);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteLegacy(DLManagedTensor* tensor)
    {
        if (tensor is not null)
        {
            PinnedItems.Return((nint)tensor->ManagerContext);
            NativeMemory.Free(tensor);
        }
    }
}
