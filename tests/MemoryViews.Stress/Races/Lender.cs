using System;

namespace MemoryViews.Stress;

/// <summary>Lends a block of ints; when the loan goes back, so does the block.</summary>
internal sealed class Lender(MemoryBlock memory, Action? onReturned) : IBufferExporter
{
    public BufferExport GetBuffer(BufferRequest request)
        => new BufferExport(this, memory, Layout.Contiguous(1, [memory.Length]), ItemFormat.UInt8, isReadOnly: false, Return).Narrow(request);

    private void Return()
    {
        memory.Dispose();
        onReturned?.Invoke();
    }
}
