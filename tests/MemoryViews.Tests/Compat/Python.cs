using System;
using Xunit;

namespace MemoryViews.Tests.Compat;

/// <summary>Views by CPython's rules, and the class of what they throw.</summary>
internal static class Python
{
    /// <summary>A strict, writable view of an array.</summary>
    public static PythonView View<T>(params T[] items)
        where T : unmanaged => new(items.AsMemoryView());

    /// <summary>A strict view of bytes under a format and shape, of an exporter that lends whatever it is told to.</summary>
    public static PythonView Lent(byte[] data, string format, nint[]? shape = null, nint[]? strides = null, bool isReadOnly = false)
    {
        ItemFormat parsed = ItemFormat.Parse(format);
        nint[] lengths = shape ?? [data.Length / parsed.Size];
        Layout layout = strides is null ? Layout.Contiguous(parsed.Size, lengths) : Layout.Strided(parsed.Size, lengths, strides);
        return new(new MemoryView(new Lender(data, parsed, layout, isReadOnly)));
    }

    public static void Raises(string name, Action action) => Assert.Equal(name, PythonView.PythonClassOf(Assert.ThrowsAny<Exception>(action)));

    public static object?[] Tuple(params object?[] elements) => elements;

    public static PythonSlice Slice(object? start, object? stop, object? step = null) => new(start, stop, step);

    private sealed class Lender(byte[] data, ItemFormat format, Layout layout, bool isReadOnly) : IBufferExporter
    {
        public BufferExport GetBuffer(BufferRequest request) => new BufferExport(this, MemoryBlock.OfArray(data), layout, format, isReadOnly).Narrow(request);
    }
}
