using System;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>A source buffer as the vectors describe it: raw memory, and a view laid over it.</summary>
internal sealed class Source : IDisposable
{
    private readonly IDisposable? _memory;

    private Source(MemoryView view, byte[] data, IDisposable? memory)
    {
        View = view;
        Data = data;
        _memory = memory;
    }

    public MemoryView View { get; }

    /// <summary>The raw memory, as it is now; empty for indirect sources.</summary>
    public byte[] Data { get; }

    public static Source Of(JsonElement source, bool readOnlyByDefault = true)
    {
        bool isReadOnly = source.TryGetProperty("readonly", out JsonElement told) ? told.ValueKind == JsonValueKind.True : readOnlyByDefault;
        ItemFormat format = FormatOf(source.NeedText("format"));
        if (source.TryGetProperty("pil", out JsonElement pil))
        {
            return IndirectMemory.Lay(source, pil, format, isReadOnly, (view, memory) => new Source(view, [], memory));
        }

        byte[] data = source.NeedHex("data");
        return Over(data, format, LayoutOf(source, format.Size, data.Length), isReadOnly);
    }

    public static Source Over(byte[] data, ItemFormat format, Layout layout, bool isReadOnly) =>
        new(new MemoryView(new Exporter(data, format, layout, isReadOnly)), data, null);

    /// <summary>A whole buffer of one axis.</summary>
    public static Source Over(byte[] data, string format, bool isReadOnly)
    {
        ItemFormat parsed = FormatOf(format);
        return Over(data, parsed, Layout.Contiguous(parsed.Size, [parsed.Size == 0 ? 0 : data.Length / parsed.Size]), isReadOnly);
    }

    /// <summary>A format with the sizes of Python's struct module, which the makers of the vectors used; others by PEP 3118.</summary>
    public static ItemFormat FormatOf(string text)
    {
        try
        {
            return ItemFormat.Parse(text, FormatDialect.Struct);
        }
        catch (FormatException)
        {
            return ItemFormat.TryParse(text, null, out ItemFormat? format) ? format : throw new VectorException($"\"{text}\" is no format");
        }
    }

    public void Dispose()
    {
        View.Dispose();
        _memory?.Dispose();
    }

    private static Layout LayoutOf(JsonElement source, nint itemSize, int length)
    {
        nint[] shape = source.TryGetProperty("shape", out _) ? source.NeedIntegers("shape") : [itemSize == 0 ? 0 : length / itemSize];
        nint offset = source.TryGetProperty("offset", out _) ? source.NeedInteger("offset") : 0;
        nint[] strides = source.TryGetProperty("strides", out _)
            ? source.NeedIntegers("strides")
            : Layout.Contiguous(itemSize, shape).Strides.ToArray();
        return Layout.Strided(itemSize, shape, strides, offset);
    }

    private sealed class Exporter(byte[] data, ItemFormat format, Layout layout, bool isReadOnly) : IBufferExporter
    {
        public BufferExport GetBuffer(BufferRequest request) => new BufferExport(this, MemoryBlock.OfArray(data), layout, format, isReadOnly).Narrow(request);
    }
}
