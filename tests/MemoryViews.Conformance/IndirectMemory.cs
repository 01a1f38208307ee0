using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>
/// An array of rows that lie apart: a table of pointers in native memory, one block a row. The blocks are held as long as this lives.
/// <code>
///   table  | p0 | p1 | p2 |        first = 1, step = 1:  the view starts at p1
///            │    │    └──► block 2
///            │    └───────► block 1   + suboffset
///            └────────────► block 0
/// </code>
/// </summary>
internal sealed class IndirectMemory : IDisposable
{
    private readonly List<IDisposable> _held = [];

    public static Source Lay(JsonElement source, JsonElement pil, ItemFormat format, bool isReadOnly, Func<MemoryView, IDisposable, Source> make)
    {
        nint[] shape = source.NeedIntegers("shape");
        if (shape.Length == 0 || shape[0] != pil.NeedInteger("count"))
        {
            throw new VectorException("\"pil\" needs a shape whose first length is its count");
        }

        nint[] strides = source.TryGetProperty("strides", out _) ? source.NeedIntegers("strides") : Layout.Contiguous(format.Size, shape).Strides.ToArray();
        nint[] suboffsets = new nint[shape.Length];
        suboffsets.AsSpan().Fill(-1);
        strides[0] = IntPtr.Size * pil.NeedInteger("step");
        suboffsets[0] = pil.NeedInteger("suboffset");

        IndirectMemory memory = new();
        MemoryBlock table = memory.BuildTable(pil);
        Layout layout = Layout.Indirect(format.Size, shape, strides, suboffsets, IntPtr.Size * pil.NeedInteger("first"));
        return make(new MemoryView(new Exporter(table, layout, format, isReadOnly, memory)), memory);
    }

    public void Dispose()
    {
        // Backwards: a pin goes before the block it holds.
        for (int i = _held.Count - 1; i >= 0; i--)
        {
            _held[i].Dispose();
        }
    }

    private NativeBuffer BuildTable(JsonElement pil)
    {
        List<nint> addresses = [];
        foreach (JsonElement block in pil.Need("blocks").EnumerateArray())
        {
            addresses.Add(Place(JsonReading.ToBytes(block.GetString() ?? throw new VectorException("a block is no string"))));
        }

        NativeBuffer table = Allocate(addresses.Count * IntPtr.Size);
        using MemoryView view = table.AsMemoryView();
        view.CopyFrom<byte>(System.Runtime.InteropServices.MemoryMarshal.AsBytes(addresses.ToArray().AsSpan()));
        return table;
    }

    private unsafe nint Place(byte[] bytes)
    {
        NativeBuffer block = Allocate(bytes.Length);
        using MemoryView view = block.AsMemoryView();
        view.CopyFrom<byte>(bytes);
        MemoryHandle pin = view.Pin();
        _held.Add(pin);
        return (nint)pin.Pointer;
    }

    private NativeBuffer Allocate(int length)
    {
        NativeBuffer buffer = NativeBuffer.Allocate(length, IntPtr.Size);
        _held.Add(buffer);
        return buffer;
    }

    private sealed class Exporter(MemoryBlock table, Layout layout, ItemFormat format, bool isReadOnly, IndirectMemory memory) : IBufferExporter
    {
        public BufferExport GetBuffer(BufferRequest request)
        {
            // The callback is what keeps the rows in life for as long as somebody holds the loan.
            return new BufferExport(this, table, layout, format, isReadOnly, () => GC.KeepAlive(memory)).Narrow(request);
        }
    }
}
