using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>The items of an array, of the Arrow C Data Interface. C: <c>struct ArrowArray</c>, 80 bytes.</summary>
/// <remarks>
/// Whoever holds the structure may move it: copy its bytes, and set <see cref="Release"/> of the old place to null. A structure whose release
/// callback is null is empty. A child that was moved away outlives its parent.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ArrowArray
{
    /// <summary>Items in the array.</summary>
    public long Length;

    /// <summary>How many of them are missing; -1 when nobody has counted.</summary>
    public long NullCount;

    /// <summary>Items of the buffers to skip.</summary>
    public long Offset;

    /// <summary>How many buffers: a bitmap of those present, then the data.</summary>
    public long BufferCount;

    /// <summary>How many children.</summary>
    public long ChildCount;

    /// <summary>The buffers; a bitmap without nulls, and a buffer of 0 bytes, may be null.</summary>
    public void** Buffers;

    /// <summary>The children.</summary>
    public ArrowArray** Children;

    /// <summary>The dictionary's values; null without a dictionary.</summary>
    public ArrowArray* Dictionary;

    /// <summary>Called once to give everything back; sets itself to null.</summary>
    public delegate* unmanaged[Cdecl]<ArrowArray*, void> Release;

    /// <summary>The producer's own.</summary>
    public void* PrivateData;
}
