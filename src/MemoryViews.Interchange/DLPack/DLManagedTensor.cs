using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>A tensor and how to give it back, before DLPack 1.0. It cannot say that it is read-only. C: <c>DLManagedTensor</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DLManagedTensor
{
    /// <summary>The items.</summary>
    public DLTensor Tensor;

    /// <summary>The producer's own.</summary>
    public void* ManagerContext;

    /// <summary>Called once by the consumer, with this structure; null when there is nothing to give back.</summary>
    public delegate* unmanaged[Cdecl]<DLManagedTensor*, void> Deleter;
}

/// <summary>
/// A tensor and how to give it back, from DLPack 1.0 on. C: <c>DLManagedTensorVersioned</c>.
/// <code>
///   byte   0         8             16        24      32
///          version   manager_ctx   deleter   flags   dl_tensor
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DLManagedTensorVersioned
{
    /// <summary>The version of the structure. With another major version, only <see cref="Deleter"/> may be touched.</summary>
    public DLPackVersion Version;

    /// <summary>The producer's own.</summary>
    public void* ManagerContext;

    /// <summary>Called once by the consumer, with this structure; null when there is nothing to give back.</summary>
    public delegate* unmanaged[Cdecl]<DLManagedTensorVersioned*, void> Deleter;

    /// <summary>What else there is to know.</summary>
    public DLPackFlags Flags;

    /// <summary>The items.</summary>
    public DLTensor Tensor;
}

/// <summary>What a tensor of DLPack 1.x says about itself. C: <c>DLPACK_FLAG_BITMASK_...</c>.</summary>
[Flags]
public enum DLPackFlags : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The consumer must not write.</summary>
    ReadOnly = 1,

    /// <summary>The memory is a copy that is the consumer's alone.</summary>
    IsCopied = 2,
}
