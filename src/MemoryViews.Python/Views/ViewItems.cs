using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Length, items and sub-views.</summary>
internal static unsafe class ViewItems
{
    // Before 3.12 a view of rank 0 had the length 1, and was true.
    private static readonly bool s_scalarsHaveLength = PythonHost.Version < new Version(3, 12);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Length(nint self)
    {
        try
        {
            if (PlainView.IsPlain(self))
            {
                return *ViewObject.Of(self)->Whole.Shape;
            }

            PythonView view = ViewObject.View(self);
            return s_scalarsHaveLength && view is { IsStrict: true, Rank: 0 } ? 1 : view.Len();
        }
        catch (Exception e)
        {
            return ViewRaise.Failed(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Get(nint self, nint key)
    {
        try
        {
            nint plain = PlainView.TryGet(self, key);
            if (plain != 0)
            {
                return plain;
            }

            if (PyType.Of(key) == Py.SliceType && PlainView.IsPlain(self))
            {
                return PlainView.Slice(self, key);
            }

            PythonView view = ViewObject.View(self);
            return PyType.Of(key) == Py.SliceType ? Slice(self, view, key) : ViewValues.ToPython(view.GetItem(ViewKeys.Of(key)), self);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    /// <summary>What PySequence_GetItem and reversed() ask for: an index that is not negative, or was made so.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint GetAt(nint self, nint index)
    {
        try
        {
            return At(self, index);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    /// <summary>A new reference to an item, or to a row.</summary>
    public static nint At(nint self, nint index) => PlainView.TryGetAt(self, index) is not 0 and nint plain ? plain : ViewValues.ToPython(ViewObject.View(self).GetItem((long)index), self);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Set(nint self, nint key, nint value)
    {
        try
        {
            if (value != 0 && PlainView.TrySet(self, key, value))
            {
                return 0;
            }

            PythonView view = ViewObject.View(self);
            if (value == 0)
            {
                view.DelItem(null);
            }
            else
            {
                Set(view, ViewKeys.Of(key), value);
            }

            return 0;
        }
        catch (Exception e)
        {
            return ViewRaise.Failed(e);
        }
    }

    private static void Set(PythonView view, object? key, nint value) => view.SetItem(key, IsPart(view, key)
        ? ViewValues.Exporter(value)
        : ViewValues.Of(value, view.IsStrict));

    /// <summary>Whether a subscript takes an exporter's items rather than a value.</summary>
    private static bool IsPart(PythonView view, object? key) => key switch
    {
        PythonSlice => true,
        PythonEllipsis or null => !view.View.IsReleased && view.Rank > 0,
        object?[] elements => Array.Exists(elements, element => element is PythonSlice or PythonEllipsis or null) && !view.View.IsReleased && view.Rank > 0,
        _ => false,
    };

    // The bounds may be user code that releases the view: the slice is cut from a view of its own, so that the exporter stays locked meanwhile.
    private static nint Slice(nint self, PythonView view, nint key)
    {
        if (view.Rank == 0)
        {
            return ViewValues.ToPython(view.GetItem(ViewKeys.Of(key)), self);
        }

        using MemoryView whole = new(view.View);
        nint start, stop, step;
        PyCheck.Status(Py.SliceUnpack(key, &start, &stop, &step));
        return ViewMaker.Beside(self, new PythonView(whole[new Slice(start, stop, step)], view.IsStrict));
    }
}
