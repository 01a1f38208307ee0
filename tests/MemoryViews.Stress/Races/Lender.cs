using System;

namespace MemoryViews.Stress.Races;

/// <summary>Lends a block of bytes; when the loan goes back, so does the block.</summary>
internal sealed class Lender(MemoryBlock memory, Action? onReturned = null) : IBufferExporter
{
    /// <summary>Whether the block is used again for the next loan.</summary>
    public bool KeepsBlock { get; init; }

    public BufferExport GetBuffer(BufferRequest request)
        => new BufferExport(this, memory, Layout.Contiguous(1, [memory.Length]), ItemFormat.UInt8, isReadOnly: false, Return).Narrow(request);

    private void Return()
    {
        if (!KeepsBlock)
        {
            memory.Dispose();
        }

        onReturned?.Invoke();
    }
}
