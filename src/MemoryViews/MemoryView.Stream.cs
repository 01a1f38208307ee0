using System.IO;

namespace MemoryViews;

public sealed partial class MemoryView
{
    /// <summary>
    /// The bytes of all items, in C order, as a stream that reads, seeks and, unless the view is read-only, writes. Nothing is copied; the stream
    /// cannot grow. Disposing the stream leaves the view alone; the stream holds the view's loan until it is disposed.
    /// </summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public Stream AsStream() => new MemoryViewStream(Twin(), (_layout.Flags & ReadOnlyFlag) == 0);
}
