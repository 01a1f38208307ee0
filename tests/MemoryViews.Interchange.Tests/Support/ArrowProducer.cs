using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

namespace MemoryViews.Interchange.Tests;

/// <summary>A producer of arrays that is no part of the library: fixed-size lists around 12 items of data. It counts releases, and its callbacks check that each comes once.</summary>
internal sealed unsafe class ArrowProducer : IDisposable
{
    private readonly List<nint> _memory = [];
    private readonly int* _releases;

    /// <summary>The ints 0 to 11, in lists of the sizes given (outer first) or in none.</summary>
    public ArrowProducer(string format = "i", params int[] sizes)
    {
        _releases = New<int>(2);
        Data = New<int>(12);
        for (int i = 0; i < 12; i++)
        {
            Data[i] = i;
        }

        Array = New<ArrowArray>(1);
        Schema = New<ArrowSchema>(1);
        ArrowArray* array = Array;
        ArrowSchema* schema = Schema;
        long length = 12;
        foreach (int size in sizes)
        {
            length /= size;
        }

        foreach (int size in sizes)
        {
            Fill(array, schema, length, 1, $"+w:{size}");
            length *= size;
            array->ChildCount = schema->ChildCount = 1;
            array->Children = (ArrowArray**)New<nint>(1);
            schema->Children = (ArrowSchema**)New<nint>(1);
            array = array->Children[0] = New<ArrowArray>(1);
            schema = schema->Children[0] = New<ArrowSchema>(1);
        }

        Fill(array, schema, length, 2, format);
        array->Buffers[1] = Data;
        Leaf = array;
        LeafSchema = schema;
    }

    public int* Data { get; }

    public ArrowArray* Array { get; }

    public ArrowSchema* Schema { get; }

    public ArrowArray* Leaf { get; }

    public ArrowSchema* LeafSchema { get; }

    /// <summary>How often the root array was released.</summary>
    public int Releases => Volatile.Read(ref _releases[0]);

    /// <summary>How often the root schema was released.</summary>
    public int SchemaReleases => Volatile.Read(ref _releases[1]);

    public void Format(ArrowSchema* schema, string format)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(format + '\0');
        schema->Format = New<byte>(bytes.Length);
        bytes.CopyTo(new Span<byte>(schema->Format, bytes.Length));
    }

    public void Bitmap(ArrowArray* array, params byte[] bits)
    {
        array->Buffers[0] = New<byte>(bits.Length);
        bits.CopyTo(new Span<byte>(array->Buffers[0], bits.Length));
    }

    public void Dispose() => _memory.ForEach(memory => NativeMemory.Free((void*)memory));

    private void Fill(ArrowArray* array, ArrowSchema* schema, long length, long buffers, string format)
    {
        *array = new() { Length = length, BufferCount = buffers, Buffers = (void**)New<nint>(2), Release = &Release, PrivateData = array == Array ? _releases : null };
        *schema = new() { Release = &ReleaseSchema, PrivateData = schema == Schema ? _releases + 1 : null };
        Format(schema, format);
    }

    private T* New<T>(int count)
        where T : unmanaged
    {
        T* memory = (T*)NativeMemory.AllocZeroed((nuint)count, (nuint)sizeof(T));
        _memory.Add((nint)memory);
        return memory;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(ArrowArray* array)
    {
        if (array->PrivateData is not null)
        {
            Interlocked.Increment(ref *(int*)array->PrivateData);
        }

        array->Release = null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseSchema(ArrowSchema* schema)
    {
        if (schema->PrivateData is not null)
        {
            Interlocked.Increment(ref *(int*)schema->PrivateData);
        }

        schema->Release = null;
    }
}
