using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Memory for the length of one operation: a copy whose source and destination meet goes through it. Small ones come from the array pool,
/// large ones from the C heap, where they may pass 2 GiB and leave nothing behind.
/// </summary>
internal unsafe ref struct Scratch
{
    private const int MostPooled = 1 << 20;

    private byte[]? _array;
    private void* _native;

    public Scratch(nint byteLength)
    {
        if (byteLength <= MostPooled)
        {
            _array = ArrayPool<byte>.Shared.Rent((int)byteLength);
            Origin = ref MemoryMarshal.GetArrayDataReference(_array);
            return;
        }

        try
        {
            _native = NativeMemory.Alloc((nuint)byteLength);
        }
        catch (OutOfMemoryException e)
        {
            throw Error.OutOfMemory(byteLength, e);
        }

        Origin = ref Unsafe.AsRef<byte>(_native);
    }

    /// <summary>The first byte; what it holds is undefined.</summary>
    public readonly ref byte Origin;

    public void Dispose()
    {
        if (_array is not null)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }

        NativeMemory.Free(_native);
        _array = null;
        _native = null;
    }
}
