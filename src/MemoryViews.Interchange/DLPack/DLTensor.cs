using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>
/// Items somewhere, without an owner. C: <c>DLTensor</c>.
/// <code>
///   byte   0       8              16     20      24      32        40            48
///          data    device         ndim   dtype   shape   strides   byte_offset
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DLTensor
{
    /// <summary>The memory; null when there is no item.</summary>
    public void* Data;

    /// <summary>Where it lies.</summary>
    public DLDevice Device;

    /// <summary>How many axes.</summary>
    public int Rank;

    /// <summary>What an item is.</summary>
    public DLDataType DataType;

    /// <summary>Items along each axis.</summary>
    public long* Shape;

    /// <summary>Items (not bytes) from an item to the next along each axis; null for C order.</summary>
    public long* Strides;

    /// <summary>Bytes from <see cref="Data"/> to item (0, ..., 0).</summary>
    public ulong ByteOffset;
}
