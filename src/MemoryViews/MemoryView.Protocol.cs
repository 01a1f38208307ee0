using System.Buffers;

namespace MemoryViews;

// The view as an exporter, and its memory as an address.
public sealed partial class MemoryView
{
    /// <summary>
    /// Lends the view on, narrowed to a request; the view cannot be released while the buffer is out. Python: the buffer protocol of memoryview, <c>__buffer__</c>.
    /// </summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <returns>A loan whose exporter is this view.</returns>
    /// <exception cref="BufferException">The request cannot be met; the message says which could.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public BufferExport GetBuffer(BufferRequest request)
    {
        BufferExport loan = Loan;
        bool isReadOnly = (_layout.Flags & ReadOnlyFlag) != 0;
        if (Narrowing.Refusal(request, in _layout, isReadOnly) is { } refusal)
        {
            throw refusal;
        }

        ViewExtras extras = ViewExtras.Of(this);
        Layout.MarkFlag(in _layout, ExportedFlag);
        LoanTicket ticket = new(extras.Return, loan.HoldTicket());
        extras.Add();
        return loan.Again(this, _layout.WithHolder(0, 0), _format, isReadOnly, ticket).Narrow(request);
    }

    /// <summary>The address of item (0, ..., 0), kept in place and in life until the handle is disposed.</summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <remarks>Items lie at the address plus sums of index times stride: below it, where a stride is negative.</remarks>
    public MemoryHandle Pin() => Pinning.Pin(Loan, _layout.Offset);
}
