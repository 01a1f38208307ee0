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
        LoanTicket ticket = new(extras.Return, loan.HoldTicket()) { IsOwnCallback = true };
        extras.Add();
        return loan.Again(this, _layout.WithHolder(0, 0), _format, isReadOnly, ticket).Narrow(request);
    }

    /// <summary>A view that takes over a loan: disposing the view gives it back. Python: <c>PyMemoryView_FromBuffer</c>.</summary>
    /// <param name="loan">A loan that nobody else will dispose.</param>
    /// <exception cref="ViewReleasedException">The loan has been given back already.</exception>
    public static MemoryView Over(BufferExport loan)
    {
        System.ArgumentNullException.ThrowIfNull(loan);
        return new(TakeOver(loan));
    }

    /// <summary>
    /// The view itself where its items lie in one run in the order asked, else a view of a copy that does. Python: <c>PyMemoryView_GetContiguous</c>.
    /// </summary>
    /// <param name="order">The order; <see cref="AxisOrder.Any"/> takes either, and makes a copy in C order.</param>
    /// <returns>A view of its own either way; that of a copy is read-only, so that no write is lost in it.</returns>
    /// <exception cref="ViewOperationException">More bytes than an array holds.</exception>
    public MemoryView AsContiguous(AxisOrder order = AxisOrder.C)
    {
        ThrowIfReleased();
        if (_layout.IsContiguousIn(order))
        {
            return Twin();
        }

        Layout layout = Layout.Contiguous(_layout.ItemSize, _layout.Shape, order == AxisOrder.F ? AxisOrder.F : AxisOrder.C);
        byte[] bytes = ToBytes(order == AxisOrder.F ? AxisOrder.F : AxisOrder.C);
        return OfArray(bytes, ObjectBytes.StartOf(bytes), _format, in layout, (ushort)(RootFlag | ReadOnlyFlag));
    }

    /// <summary>The address of item (0, ..., 0), kept in place and in life until the handle is disposed.</summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <remarks>Items lie at the address plus sums of index times stride: below it, where a stride is negative.</remarks>
    public MemoryHandle Pin() => Pinning.Pin(Loan, _layout.Offset);

    /// <summary>The address of one item, pointers followed, kept in place and in life until the handle is disposed. Python: <c>PyBuffer_GetPointer</c>.</summary>
    /// <param name="indices">One index an axis; negative ones count from the end.</param>
    /// <exception cref="AxisIndexException">An index lies outside its axis.</exception>
    /// <exception cref="ViewArgumentException">Another number of indices than axes.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public MemoryHandle PinItem(params System.ReadOnlySpan<AxisIndex> indices) => Pinning.Pin(Loan, Locate(indices).Low);
}
