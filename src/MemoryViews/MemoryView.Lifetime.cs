using System.Threading;

namespace MemoryViews;

// Release and Dispose are two things. Release is Python's: it gives back this view, and views made from it go on. Dispose is .NET's, where
// nobody disposes temporaries: on the view that took the loan it ends the loan for all of them.
public sealed partial class MemoryView
{
    /// <summary>
    /// A second holder of the memory, with a loan of its own: it, and views made from it, outlive <see cref="Dispose"/> of this view. The exporter
    /// has its memory back when both have ended.
    /// </summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public MemoryView Share()
    {
        BufferExport loan = Loan;
        BufferExport second = loan.Again(loan.Exporter, in _layout, _format, (_layout.Flags & ReadOnlyFlag) != 0, loan.HoldTicket());
        second.AddView();
        return new(second, _format, _layout.WithHolder(_layout.Tag, (ushort)(RootFlag | (_layout.Flags & ReadOnlyFlag))));
    }

    /// <summary>
    /// Gives back this view only: views made from it go on, and the exporter has its memory back when the last has gone. A released view answers
    /// nothing any more. Releasing twice is harmless. Python: <c>release()</c>.
    /// </summary>
    /// <exception cref="BufferException">Buffers taken from this view with <see cref="GetBuffer"/> are still out.</exception>
    public void Release()
    {
        if ((_layout.Flags & ExportedFlag) != 0 && ViewExtras.ExportsOf(this) is > 0 and int exports && !IsReleased)
        {
            throw Error.ViewExported(exports);
        }

        LetGo().DropView();
    }

    /// <summary>
    /// On the view that took the loan, or came from <see cref="Share"/>: ends the loan, so that every view made from it is dead and the exporter
    /// has its memory back (while a lease or an exported buffer is out, when that goes). On other views: <see cref="Release"/>. Never throws.
    /// </summary>
    public void Dispose()
    {
        BufferExport loan = LetGo();
        if ((_layout.Flags & RootFlag) != 0)
        {
            loan.Dispose();
        }
        else
        {
            loan.DropView();
        }
    }

    // A view let go of twice lets go of the loan that is none, which does not mind.
    private BufferExport LetGo() => Interlocked.Exchange(ref _loan, BufferExport.None);
}
