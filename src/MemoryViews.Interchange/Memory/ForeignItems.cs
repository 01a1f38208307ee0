using System;

namespace MemoryViews.Interchange;

/// <summary>Items that a producer handed over, as a view that gives them back once it is done with.</summary>
internal static unsafe class ForeignItems
{
    /// <summary>
    /// A view of items around an address. Nothing of the producer's is called before this returns: on an exception the caller still owns it.
    /// <code>
    ///   block     [low ............ 0 ............ high)     bytes relative to item (0, ..., 0); low is negative where strides are
    ///   address                     ^ start
    /// </code>
    /// </summary>
    public static MemoryView View(string what, Int128 start, ItemFormat format, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, bool isReadOnly, Action giveBack)
    {
        (nint low, nint high) = Layout.Strided(format.Size, shape, strides).Bounds;
        CheckAddress(what, start, low, high);

        // Checked just now: start + low is an address, and high - low at most nint.MaxValue.
        Layout layout = Layout.Strided(format.Size, shape, strides, -low);
        layout.CheckFits(high - low);
        void* first = high == low ? null : (void*)(nint)(start + low);
        MemoryBlock block = MemoryBlock.Borrow(first, high - low, isReadOnly, giveBack);
        block.Label = what;
        return MemoryView.Over(new BufferExport(null, block, layout, format, isReadOnly, block.Dispose, what));
    }

    // Saturated bounds are refused too: nint.MaxValue past any address is beyond memory, nint.MinValue before it.
    private static void CheckAddress(string what, Int128 start, nint low, nint high)
    {
        if (low == high)
        {
            return;
        }

        if (start == 0)
        {
            throw Error.NoData(what, (Int128)high - low);
        }

        if (start + low <= 0 || start + high > nint.MaxValue)
        {
            throw Error.BeyondMemory(what, start + low, start + high);
        }
    }
}
