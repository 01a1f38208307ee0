namespace MemoryViews;

/// <summary>The fields of a filled buffer, and which of them the request asked for.</summary>
internal sealed class ExportFacts(object? exporter, MemoryBlock memory, in Layout layout, ItemFormat format, bool isReadOnly)
{
    public object? Exporter { get; } = exporter;

    public MemoryBlock Memory { get; } = memory;

    public Layout Layout { get; private set; } = layout;

    public ItemFormat Format { get; } = format;

    public bool IsReadOnly { get; } = isReadOnly;

    /// <summary>The bytes of the whole layout; of the whole memory where items lie behind pointers, which lead anywhere.</summary>
    public (nint Low, nint High) Lent { get; } = layout.IsIndirect ? (0, memory.Length) : layout.Bounds;

    public bool HasFormat { get; private set; } = true;

    public bool HasShape { get; private set; } = true;

    public bool HasStrides { get; private set; } = true;

    /// <summary>
    /// Takes away what was not asked for. Without strides the layout is C-contiguous already; without a shape it becomes one row of
    /// items of the size they had (Python keeps the item size, too).
    /// </summary>
    public void NarrowTo(BufferRequest request)
    {
        HasFormat = request.HasFlag(BufferRequest.Format);
        HasStrides = request.HasFlag(BufferRequest.Strides);
        HasShape = request.HasFlag(BufferRequest.Nd);
        if (!HasShape)
        {
            Layout = Layout.OfRank1(Layout.ItemSize, Layout.ItemCount, Layout.ItemSize, Layout.Offset);
        }
        else if (!HasStrides)
        {
            Layout = Layout.Contiguous(Layout.ItemSize, Layout.Shape).At(Layout.Offset);
        }
    }
}
