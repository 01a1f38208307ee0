using System;
using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Threading;

namespace MemoryViews.Interchange;

/// <summary>
/// The items of an exported view, kept in place and in life until the last native structure that points at them has been given back. A
/// structure holds it by a handle: one handle a structure, because Arrow's children may be moved away and outlive their parents.
/// </summary>
internal sealed unsafe class PinnedItems
{
    private MemoryHandle _pin;
    private int _holders = 1;

    /// <summary>Pins a view's memory. The maker is the first holder, and lets go with <see cref="LetGo"/>.</summary>
    public PinnedItems(MemoryView view) => _pin = view.Pin();

    /// <summary>Where item (0, ..., 0) is.</summary>
    public void* Address => _pin.Pointer;

    /// <summary>One holder more, as a number that fits a C structure.</summary>
    public nint Hold()
    {
        nint handle = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        Interlocked.Increment(ref _holders);
        return handle;
    }

    /// <summary>Ends a hold. Called by native code, from any thread: nothing may be thrown.</summary>
    public static void Return(nint handle)
    {
        GCHandle gcHandle = GCHandle.FromIntPtr(handle);
        PinnedItems items = (PinnedItems)gcHandle.Target!;
        gcHandle.Free();
        items.LetGo();
    }

    /// <summary>One holder less; the last gives the memory back.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "An exception in a native callback would end the process.")]
    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) != 0)
        {
            return;
        }

        try
        {
            _pin.Dispose();
        }
        catch (Exception e)
        {
            Trace.TraceError($"An exported view threw when its memory was given back: {e}");
        }
    }
}
