using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>Where a tensor lies. C: <c>DLDevice</c>.</summary>
/// <param name="DeviceType">The kind of device.</param>
/// <param name="DeviceId">Which of them; 0 for the CPU.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DLDevice(DLDeviceType DeviceType, int DeviceId);

/// <summary>Kinds of devices; only <see cref="Cpu"/> can be viewed, and others keep their number. C: <c>DLDeviceType</c>.</summary>
public enum DLDeviceType
{
    /// <summary>No device.</summary>
    None = 0,

    /// <summary>Main memory.</summary>
    Cpu = 1,

    /// <summary>A CUDA device.</summary>
    Cuda = 2,

    /// <summary>Main memory that CUDA has pinned.</summary>
    CudaHost = 3,

    /// <summary>A Metal device.</summary>
    Metal = 8,

    /// <summary>A ROCm device.</summary>
    Rocm = 10,
}
