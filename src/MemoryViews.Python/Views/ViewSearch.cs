using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>index and count. Items and value are compared as Python objects: the value's own __eq__ decides.</summary>
internal static unsafe class ViewSearch
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Index(nint self, nint* arguments, nint count)
    {
        try
        {
            if (count is < 1 or > 3)
            {
                return PyRaise.Null(PyExceptions.TypeError, "index() takes from 1 to 3 positional arguments"u8);
            }

            nint start = count > 1 ? Bound(arguments[1]) : 0, stop = count > 2 ? Bound(arguments[2]) : nint.MaxValue;
            nint length = ViewObject.View(self).IterableLength();
            start = start < 0 ? Math.Max(0, start + length) : start;
            stop = stop < 0 ? Math.Max(0, stop + length) : Math.Min(stop, length);
            nint found = PlainSearch.IndexOf(self, arguments[0], start, stop) ?? Find(self, arguments[0], start, stop);
            return found >= 0 ? Py.LongFromSsize(found) : PyRaise.Null(PyExceptions.ValueError, "memoryview.index(x): x not found"u8);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Count(nint self, nint value)
    {
        try
        {
            if (PlainSearch.Count(self, value) is { } known)
            {
                return Py.LongFromSsize(known);
            }

            nint found = 0, length = ViewObject.View(self).IterableLength();
            for (nint i = 0; i < length; i++)
            {
                found += Matches(self, i, value) ? 1 : 0;
            }

            return Py.LongFromSsize(found);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    /// <summary>Whether an item equals the value. CPython's type has no such slot, and iterates.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Contains(nint self, nint value)
    {
        try
        {
            nint length = PlainView.IsPlain(self) ? *ViewObject.Of(self)->Whole.Shape : ViewObject.View(self).IterableLength();
            return (PlainSearch.IndexOf(self, value, 0, length) ?? Find(self, value, 0, length)) >= 0 ? 1 : 0;
        }
        catch (Exception e)
        {
            return ViewRaise.Failed(e);
        }
    }

    private static nint Find(nint self, nint value, nint start, nint stop)
    {
        for (nint i = start; i < stop; i++)
        {
            if (Matches(self, i, value))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Matches(nint self, nint index, nint value)
    {
        using PyReference item = new(ViewItems.At(self, index));
        return PyCheck.Status(Py.ObjectRichCompareBool(item.Pointer, value, PyCompare.Equal)) != 0;
    }

    // As a slice's bound: clamped, and no error where the number is too large.
    private static nint Bound(nint bound)
    {
        if (Py.IndexCheck(bound) == 0)
        {
            throw Error.BoundNotIndex(PyType.NameOf(PyType.Of(bound)));
        }

        nint value = Py.NumberAsSsize(bound, 0);
        return value != -1 || Py.ErrOccurred() == 0 ? value : throw PythonException.Fetch();
    }
}
