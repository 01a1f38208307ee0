using System;

namespace MemoryViews.Tests;

/// <summary>An exporter in a lambda.</summary>
internal sealed class Exporter(Func<BufferRequest, BufferExport> lend) : IBufferExporter
{
    public BufferExport GetBuffer(BufferRequest request) => lend(request);
}
