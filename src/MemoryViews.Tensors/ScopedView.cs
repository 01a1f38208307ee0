using System;

namespace MemoryViews.Tensors;

/// <summary>A view of memory that is held still by the caller and goes with the call.</summary>
internal static class ScopedView
{
    public static unsafe void Run<T, TArg>(T* first, in Layout layout, bool isReadOnly, TArg arg, Action<MemoryView, TArg> body)
        where T : unmanaged
    {
        nint bytes = layout.Bounds.High;
        MemoryBlock block = MemoryBlock.Borrow(bytes == 0 ? null : first, bytes, isReadOnly);
        try
        {
            using MemoryView view = MemoryView.Over(new BufferExport(null, block, layout, ItemFormat.Of<T>(), isReadOnly));
            body(view, arg);
        }
        finally
        {
            End(block);
        }
    }

    // The memory may move as soon as the call ends, so nobody may be inside by then: others are waited for, and nobody new is let in.
    private static void End(MemoryBlock block)
    {
        try
        {
            block.Close(ClosePolicy.Wait);
        }
        finally
        {
            block.Dispose();
        }
    }
}
