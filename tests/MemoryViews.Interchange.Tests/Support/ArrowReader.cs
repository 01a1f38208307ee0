using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Interchange.Tests;

/// <summary>
/// A consumer written from the Arrow specification alone: it reads 8-byte words at their places, and knows nothing of the library's structures.
/// <code>
///   array   0 length  1 null_count  2 offset  3 n_buffers  4 n_children  5 buffers  6 children  7 dictionary  8 release  9 private_data
///   schema  0 format  1 name  2 metadata  3 flags  4 n_children  5 children  6 dictionary  7 release  8 private_data
/// </code>
/// </summary>
internal sealed unsafe class ArrowReader(void* array, void* schema)
{
    private readonly long* _array = (long*)array;
    private readonly long* _schema = (long*)schema;

    public string Format => Text(0);

    public string Name => Text(1);

    public long Length => _array[0];

    public long NullCount => _array[1];

    public long Offset => _array[2];

    public long Buffers => _array[3];

    public long Children => _array[4];

    public bool IsReleased => _array[8] == 0;

    public bool IsNullable => (_schema[3] & 2) != 0;

    public ArrowReader Child => new(((void**)_array[6])[0], ((void**)_schema[5])[0]);

    public void* Validity => ((void**)_array[5])[0];

    public void* Data => ((void**)_array[5])[1];

    public ReadOnlySpan<T> Items<T>()
        where T : unmanaged => new((T*)Data + Offset, checked((int)Length));

    /// <summary>The array in another place; the old one is empty.</summary>
    public void MoveTo(void* place)
    {
        new ReadOnlySpan<long>(_array, 10).CopyTo(new Span<long>(place, 10));
        _array[8] = 0;
    }

    public void Release()
    {
        if (_array[8] != 0)
        {
            ((delegate* unmanaged[Cdecl]<void*, void>)_array[8])(_array);
        }
    }

    public void ReleaseSchema()
    {
        if (_schema[7] != 0)
        {
            ((delegate* unmanaged[Cdecl]<void*, void>)_schema[7])(_schema);
        }
    }

    private string Text(int word) => Marshal.PtrToStringUTF8((nint)_schema[word])!;
}
