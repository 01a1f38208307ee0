using System.Runtime.CompilerServices;

namespace MemoryViews.Python;

/// <summary>The items of a plain view as a list.</summary>
internal static unsafe class PlainList
{
    // The ints of a byte: Python has one object for each, so they are looked up rather than asked for.
    private static readonly nint[] s_bytes = MakeBytes();

    /// <summary>A new list.</summary>
    /// <param name="code">What the items are.</param>
    /// <param name="item">Where the first one is.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="stride">Bytes from one to the next.</param>
    public static nint New(byte code, byte* item, nint count, nint stride)
    {
        nint list = PyCheck.Reference(Py.ListNew(count));
        nint* slots = count == 0 ? null : ListItems.Of(list);
        bool isComplete = slots is null ? FillByCalls(list, code, item, count, stride)
            : code == 'B' ? FillBytes(slots, item, count, stride)
            : Fill(slots, code, item, count, stride);
        if (isComplete)
        {
            return list;
        }

        Py.DecRef(list);
        throw PythonException.Fetch();
    }

    private static bool FillBytes(nint* slots, byte* item, nint count, nint stride)
    {
        delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void> hold = Leaf.IncRef;
        nint[] bytes = s_bytes;
        for (nint i = 0; i < count; i++, item += stride)
        {
            nint value = bytes[*item];
            hold(value);
            slots[i] = value;
        }

        return true;
    }

    // Compiled for good at once: one call may be all there is, and it may be long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Fill(nint* slots, byte code, byte* item, nint count, nint stride)
    {
        for (nint i = 0; i < count; i++, item += stride)
        {
            nint value = PlainItem.Read(code, item);
            if (value == 0)
            {
                return false;
            }

            slots[i] = value;
        }

        return true;
    }

    private static bool FillByCalls(nint list, byte code, byte* item, nint count, nint stride)
    {
        for (nint i = 0; i < count; i++, item += stride)
        {
            nint value = PlainItem.Read(code, item);
            if (value == 0)
            {
                return false;
            }

            _ = Leaf.ListSetItem(list, i, value);
        }

        return true;
    }

    private static nint[] MakeBytes()
    {
        nint[] bytes = new nint[256];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = PyCheck.Reference(Py.LongFromSsize(i));
        }

        return bytes;
    }
}
