using System;
using System.Buffers;
using System.Runtime.InteropServices;
using System.Threading;

namespace MemoryViews.Sqlite;

/// <summary>
/// A view that SQLite has the address of. The pin is rooted by a handle of its own: when a statement was dropped, nothing the pin needs to be
/// undone may have been finalized before it.
/// </summary>
internal sealed unsafe class BoundView : IDisposable
{
    // What unpinning sets off is the exporter's code, which no finalizer may run.
    private static readonly ReleaseQueue s_dropped = new(drain => drain());

    private nint _root;

    public BoundView(MemoryView view)
    {
        Length = view.ByteLength;
        MemoryHandle pin = view.Pin();
        Address = pin.Pointer;
        _root = GCHandle.ToIntPtr(GCHandle.Alloc(pin));
    }

    ~BoundView() => s_dropped.Add(Unpin);

    /// <summary>The first byte.</summary>
    public void* Address { get; }

    /// <summary>Bytes.</summary>
    public nint Length { get; }

    public void Dispose()
    {
        Unpin();
        GC.SuppressFinalize(this);
    }

    private void Unpin()
    {
        nint root = Interlocked.Exchange(ref _root, 0);
        if (root != 0)
        {
            GCHandle handle = GCHandle.FromIntPtr(root);
            ((MemoryHandle)handle.Target!).Dispose();
            handle.Free();
        }
    }
}
