using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Length, items and sub-views.</summary>
internal static unsafe class ViewItems
{
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
            return ViewRules.HasLength(view) ? view.Len() : 1;
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
            return PyType.Of(key) == Py.SliceType ? Slice(self, view, key) : GetItem(self, view, ViewKeys.Of(key));
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
    public static nint At(nint self, nint index) => PlainView.TryGetAt(self, index) is not 0 and nint plain ? plain : GetItem(self, ViewObject.View(self), (long)index);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Set(nint self, nint key, nint value)
    {
        try
        {
            if (value != 0 && PlainView.TrySet(self, key, value))
            {
                return 0;
            }

            if (value != 0 && PyType.Of(key) == Py.SliceType && PlainView.IsPlain(self) && ViewObject.Of(self)->Whole.ReadOnly == 0)
            {
                SetPlainPart(self, key, value);
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

    // In CPython's order: the value's memory first, then the bounds, which may be user code that releases the view.
    private static void SetPlainPart(nint self, nint key, nint value)
    {
        PyBuffer* buffer = ViewLoan.Ask(value, (int)BufferRequest.FullReadOnly);
        bool isOver = false;
        try
        {
            nint start, stop, step;
            PyCheck.Status(Py.SliceUnpack(key, &start, &stop, &step));
            nint first = start, end = stop, count = Py.SliceAdjustIndices(*ViewObject.Of(self)->Whole.Shape, &first, &end, step);
            if (step != 1 || !PlainPair.TryCopy(self, first, count, buffer))
            {
                isOver = true;
                using MemoryView source = MemoryView.Over(ViewLoan.Over(buffer).Export);
                ViewObject.View(self).SetItem(new Slice(start, stop, step), source);
            }
        }
        finally
        {
            if (!isOver)
            {
                BufferPool.Release(buffer);
            }
        }
    }

    private static nint GetItem(nint self, PythonView view, object? key)
    {
        if (key is not PythonEllipsis)
        {
            ViewRules.CheckItems(view);
        }

        return ViewValues.ToPython(view.GetItem(key), self);
    }

    private static void Set(PythonView view, object? key, nint value)
    {
        bool isPart = IsPart(view, key);
        if (!isPart)
        {
            ViewRules.CheckItems(view);
        }

        view.SetItem(key, isPart ? ViewValues.Exporter(value) : ViewValues.Of(value, view.IsStrict));
    }

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
            return GetItem(self, view, ViewKeys.Of(key));
        }

        using MemoryView whole = new(view.View);
        nint loan = LoanObject.Hold(ViewObject.Of(self)->Loan);
        try
        {
            nint start, stop, step;
            PyCheck.Status(Py.SliceUnpack(key, &start, &stop, &step));
            return ViewMaker.New(ViewObject.Of(self)->Class, new PythonView(whole[new Slice(start, stop, step)], view.IsStrict), loan);
        }
        finally
        {
            LoanObject.Unhold(loan);
        }
    }
}
