using System.Numerics;
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
        delegate* unmanaged[Cdecl]<nint, void> hold = Leaf.IncRef;
        nint[] bytes = s_bytes;
        for (nint i = 0; i < count; i++, item += stride)
        {
            nint value = bytes[*item];
            hold(value);
            slots[i] = value;
        }

        return true;
    }

    private static bool Fill(nint* slots, byte code, byte* item, nint count, nint stride) => (char)code switch
    {
        'b' => FillIntegers<sbyte>(slots, item, count, stride),
        'h' => FillIntegers<short>(slots, item, count, stride),
        'H' => FillIntegers<ushort>(slots, item, count, stride),
        'i' => FillIntegers<int>(slots, item, count, stride),
        'I' => FillIntegers<uint>(slots, item, count, stride),
        'q' => FillIntegers<long>(slots, item, count, stride),
        'f' => FillReals<float>(slots, item, count, stride),
        'd' => FillReals<double>(slots, item, count, stride),
        _ => FillOthers(slots, code, item, count, stride),
    };

    // These are compiled for good at once: one call may be all there is, and it may be long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool FillIntegers<T>(nint* slots, byte* item, nint count, nint stride)
        where T : unmanaged, IBinaryInteger<T>
    {
        delegate* unmanaged[Cdecl]<long, nint> make = Leaf.LongFromLongLong;
        for (nint i = 0; i < count; i++, item += stride)
        {
            nint value = make(long.CreateTruncating(Unsafe.ReadUnaligned<T>(item)));
            if (value == 0)
            {
                return false;
            }

            slots[i] = value;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool FillReals<T>(nint* slots, byte* item, nint count, nint stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        delegate* unmanaged[Cdecl]<double, nint> make = Leaf.FloatFromDouble;
        for (nint i = 0; i < count; i++, item += stride)
        {
            nint value = make(double.CreateTruncating(Unsafe.ReadUnaligned<T>(item)));
            if (value == 0)
            {
                return false;
            }

            slots[i] = value;
        }

        return true;
    }

    private static bool FillOthers(nint* slots, byte code, byte* item, nint count, nint stride)
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
