using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace MemoryViews.Interchange.Tests;

/// <summary>A producer of tensors that is no part of the library: it writes what it is told, and counts how often each is deleted.</summary>
internal sealed unsafe class TensorProducer : IDisposable
{
    private readonly int* _deletions;
    private readonly long* _numbers;

    /// <summary>A tensor of the 12 ints 0 to 11 in C order as (3, 4).</summary>
    public TensorProducer()
    {
        Data = (int*)NativeMemory.AllocZeroed(12, sizeof(int));
        for (int i = 0; i < 12; i++)
        {
            Data[i] = i;
        }

        _deletions = (int*)NativeMemory.AllocZeroed(sizeof(int));
        _numbers = (long*)NativeMemory.AllocZeroed(2 * 64, sizeof(long));
        DLTensor tensor = new() { Data = Data, Device = new(DLDeviceType.Cpu, 0), DataType = new(DLDataTypeCode.Int, 32, 1), Shape = _numbers, Strides = _numbers + 64 };
        Versioned = (DLManagedTensorVersioned*)NativeMemory.AllocZeroed((nuint)sizeof(DLManagedTensorVersioned));
        *Versioned = new() { Version = new(1, 0), ManagerContext = _deletions, Deleter = &Delete, Tensor = tensor };
        Legacy = (DLManagedTensor*)NativeMemory.AllocZeroed((nuint)sizeof(DLManagedTensor));
        *Legacy = new() { ManagerContext = _deletions, Deleter = &DeleteLegacy, Tensor = tensor };
        Shape(3, 4);
        Strides(4, 1);
    }

    public int* Data { get; }

    public DLManagedTensorVersioned* Versioned { get; }

    public DLManagedTensor* Legacy { get; }

    /// <summary>How often a deleter was called.</summary>
    public int Deletions => Volatile.Read(ref *_deletions);

    public ref DLTensor Tensor => ref Versioned->Tensor;

    public void Shape(params long[] shape)
    {
        shape.CopyTo(new Span<long>(_numbers, 64));
        Versioned->Tensor.Rank = Legacy->Tensor.Rank = shape.Length;
    }

    public void Strides(params long[] strides) => strides.CopyTo(new Span<long>(_numbers + 64, 64));

    public void Dispose()
    {
        NativeMemory.Free(Data);
        NativeMemory.Free(_numbers);
        NativeMemory.Free(_deletions);
        NativeMemory.Free(Versioned);
        NativeMemory.Free(Legacy);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Delete(DLManagedTensorVersioned* tensor) => Interlocked.Increment(ref *(int*)tensor->ManagerContext);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteLegacy(DLManagedTensor* tensor) => Interlocked.Increment(ref *(int*)tensor->ManagerContext);
}
