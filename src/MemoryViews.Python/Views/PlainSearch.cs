using System;

namespace MemoryViews.Python;

/// <summary>Looks for an int among the ints of a plain view that lie in a row: as numbers they are equal exactly when their bytes are.</summary>
internal static unsafe class PlainSearch
{
    /// <summary>The first index of a value in [start, stop), or -1; null when objects must be compared.</summary>
    public static nint? IndexOf(nint self, nint value, nint start, nint stop)
    {
        return TryPrepare(self, value, start, stop, out byte* first, out long number) ? (char)*ViewObject.Of(self)->Whole.Format switch
        {
            'B' => Find(first, start, stop, byte.MaxValue >= (ulong)number, (byte)number),
            'b' => Find(first, start, stop, number == (sbyte)number, (sbyte)number),
            'H' => Find(first, start, stop, ushort.MaxValue >= (ulong)number, (ushort)number),
            'h' => Find(first, start, stop, number == (short)number, (short)number),
            'I' => Find(first, start, stop, uint.MaxValue >= (ulong)number, (uint)number),
            'i' => Find(first, start, stop, number == (int)number, (int)number),
            'q' => Find(first, start, stop, true, number),
            _ => null,
        } : null;
    }

    /// <summary>How many items equal a value; null when objects must be compared.</summary>
    public static nint? Count(nint self, nint value)
    {
        nint length = ViewObject.Of(self)->Whole.NDim == 1 ? *ViewObject.Of(self)->Whole.Shape : 0;
        return TryPrepare(self, value, 0, length, out byte* first, out long number) ? (char)*ViewObject.Of(self)->Whole.Format switch
        {
            'B' => Count(first, length, byte.MaxValue >= (ulong)number, (byte)number),
            'b' => Count(first, length, number == (sbyte)number, (sbyte)number),
            'H' => Count(first, length, ushort.MaxValue >= (ulong)number, (ushort)number),
            'h' => Count(first, length, number == (short)number, (short)number),
            'I' => Count(first, length, uint.MaxValue >= (ulong)number, (uint)number),
            'i' => Count(first, length, number == (int)number, (int)number),
            'q' => Count(first, length, true, number),
            _ => null,
        } : null;
    }

    private static bool TryPrepare(nint self, nint value, nint start, nint stop, out byte* first, out long number)
    {
        ViewObject* fields = ViewObject.Of(self);
        int overflow = 1;
        bool isPlain = PyType.Of(value) == Py.IntType && PlainView.IsPlain(self) && *fields->Whole.Strides == fields->Whole.ItemSize;
        number = isPlain ? Leaf.LongAsLongLongAndOverflow(value, &overflow) : 0;
        first = (byte*)fields->Whole.Buf;
        return overflow == 0 && stop - start <= int.MaxValue;
    }

    private static nint? Find<T>(byte* first, nint start, nint stop, bool fits, T value)
        where T : unmanaged, IEquatable<T>
    {
        int found = fits && start < stop ? new ReadOnlySpan<T>((T*)first + start, (int)(stop - start)).IndexOf(value) : -1;
        return found < 0 ? -1 : start + found;
    }

    private static nint? Count<T>(byte* first, nint length, bool fits, T value)
        where T : unmanaged, IEquatable<T> => fits ? new ReadOnlySpan<T>(first, (int)length).Count(value) : 0;
}
