using System.Threading;

namespace MemoryViews.Stress.Python.Garbage;

/// <summary>Lends an array and counts: each loan that was taken has to come back, whoever drops it.</summary>
internal sealed class CountingExporter : IBufferExporter
{
    private static readonly Layout s_layout = Layout.Contiguous(1, [64]);

    private readonly byte[] _memory = [.. "spam"u8, .. new byte[60]];
    private long _gets;
    private long _releases;

    public long Gets => Interlocked.Read(ref _gets);

    public long Releases => Interlocked.Read(ref _releases);

    public BufferExport GetBuffer(BufferRequest request)
    {
        Interlocked.Increment(ref _gets);
        BufferExport whole = new(this, MemoryBlock.OfArray(_memory), s_layout, ItemFormat.UInt8, isReadOnly: false, () => Interlocked.Increment(ref _releases));
        return whole.Narrow(request);
    }
}
