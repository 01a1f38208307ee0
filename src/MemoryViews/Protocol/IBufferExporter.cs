namespace MemoryViews;

/// <summary>
/// An object that lends its memory. Anyone can implement it: make a <see cref="BufferExport"/> over the whole memory and
/// <see cref="BufferExport.Narrow"/> it to the request. Python: an object with <c>bf_getbuffer</c>, or <c>__buffer__</c>.
/// </summary>
/// <remarks>Any thread may ask; a loan may go back on another thread, the finalizer's among them.</remarks>
/// <example>
/// <code>
/// public BufferExport GetBuffer(BufferRequest request)
///     => new BufferExport(this, MemoryBlock.OfArray(_pixels), Layout.Contiguous(1, [_rows, _columns]), ItemFormat.Of&lt;byte&gt;(), isReadOnly: false).Narrow(request);
/// </code>
/// </example>
public interface IBufferExporter
{
    /// <summary>Lends the memory until the loan is disposed.</summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <returns>The loan: one filled buffer.</returns>
    /// <exception cref="BufferException">The request cannot be met; the message says which could.</exception>
    BufferExport GetBuffer(BufferRequest request);
}
