using System;

namespace MemoryViews.Samples.LibraryToLibrary.Sensors;

/// <summary>
/// Samples of some channels in native memory that grows. It lends itself as (samples, channels), one run a channel:
/// <code>
///   memory   |channel 0: s0 s1 s2 ... spare|channel 1: s0 s1 s2 ... spare|...
///   strides  (4, capacity * 4)
/// </code>
/// </summary>
public sealed class Recording : IBufferExporter, IDisposable
{
    private const int FloatSize = sizeof(float);

    private readonly ExportLock _exports = new();
    private readonly int _channels;
    private NativeBuffer _memory;
    private nint _count;

    /// <summary>An empty recording.</summary>
    public Recording(int channels)
    {
        _channels = channels;
        Capacity = 16;
        _memory = NativeBuffer.Allocate(Capacity * channels * FloatSize);
    }

    /// <summary>Samples there is room for.</summary>
    public nint Capacity { get; private set; }

    /// <summary>Adds a sample of every channel.</summary>
    /// <exception cref="BufferException">The recording has to grow and is lent.</exception>
    public void Add(ReadOnlySpan<float> sample)
    {
        if (_count == Capacity)
        {
            Reserve(Capacity * 2);
        }

        using MemoryView all = new(_memory);
        MemoryView row = all.WithLayout(ItemFormat.Of<float>(), LayoutOf(Capacity, Capacity))[(nint)_count, ..];
        row.CopyFrom(sample);
        _count++;
    }

    /// <summary>Makes room, in other memory.</summary>
    /// <exception cref="BufferException">The recording is lent: whoever looks at it must not lose the ground.</exception>
    public void Reserve(nint capacity)
    {
        _exports.ThrowIfLent("grow the recording");
        NativeBuffer larger = NativeBuffer.Allocate(capacity * _channels * FloatSize);
        using (MemoryView from = new(_memory), to = new(larger))
        {
            ItemFormat format = ItemFormat.Of<float>();
            from.WithLayout(format, LayoutOf(_count, Capacity)).CopyTo(to.WithLayout(format, LayoutOf(_count, capacity)));
        }

        _memory.Dispose();
        (_memory, Capacity) = (larger, capacity);
    }

    /// <inheritdoc/>
    public BufferExport GetBuffer(BufferRequest request) =>
        _exports.Lend(new BufferExport(this, _memory, LayoutOf(_count, Capacity), ItemFormat.Of<float>(), isReadOnly: false).Narrow(request));

    /// <summary>Gives the memory back when the last loan has gone.</summary>
    public void Dispose() => _memory.Dispose();

    private Layout LayoutOf(nint count, nint capacity) => Layout.Strided(FloatSize, [count, _channels], [FloatSize, capacity * FloatSize]);
}
