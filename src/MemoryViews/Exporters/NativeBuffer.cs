using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// Aligned native memory of any size, for what managed arrays cannot hold: beyond 2^31 items, at a fixed address, out of the collector's way.
/// Its view is writable bytes; cast it to what is in it.
/// </summary>
/// <remarks>
/// <see cref="MemoryBlock.Close"/> ends its use at once: every access to a view of it throws <see cref="ViewReleasedException"/> from then on. The
/// bytes themselves go back to the system when the collector has proved that nothing can touch them any more. Safe to use from any thread.
/// </remarks>
public sealed class NativeBuffer : MemoryBlock, IBufferExporter
{
    private readonly ExportLock _exports = new();

    private NativeBuffer(MemorySource source)
        : base(source, isReadOnly: false)
    {
    }

    /// <summary>New native memory.</summary>
    /// <param name="byteLength">Bytes wanted; 0 is allowed.</param>
    /// <param name="alignment">A power of two that the address is a multiple of.</param>
    /// <param name="zeroed">Whether all bytes are 0 at the start; otherwise they hold anything.</param>
    /// <exception cref="ViewArgumentException">A negative length, or an alignment that is no power of two.</exception>
    /// <exception cref="InsufficientViewMemoryException">The system has no memory to give.</exception>
    public static NativeBuffer Allocate(nint byteLength, nint alignment = 64, bool zeroed = true) => new(NativeSource.Allocate(byteLength, alignment, zeroed));

    /// <inheritdoc/>
    /// <exception cref="ViewReleasedException">The buffer has been closed.</exception>
    public BufferExport GetBuffer(BufferRequest request)
    {
        ThrowIfClosed();
        return _exports.Lend(new BufferExport(this, this, Layout.Contiguous(1, [Length]), ItemFormat.UInt8, IsReadOnly).Narrow(request));
    }

    private protected override IReadOnlyList<ExportHolder> Loans => _exports.Holders;

    private protected override void ThrowIfLent(string operation) => _exports.ThrowIfLent(operation);
}
