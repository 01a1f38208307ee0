using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>The methods without arguments, or with one that is not looked at.</summary>
internal static unsafe class ViewMethods
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Release(nint self, nint unused)
    {
        try
        {
            ViewObject.Release(self);
            return ViewValues.Again(Py.None);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Enter(nint self, nint unused)
    {
        try
        {
            if (ViewObject.Of(self)->IsReleased)
            {
                throw Error.ViewReleased();
            }

            return ViewValues.Again(self);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint ToReadOnly(nint self, nint unused)
    {
        try
        {
            nint plain = PlainView.TryTwin(self, ViewObject.Of(self)->Class, isReadOnly: true);
            return plain != 0 ? plain : ViewMaker.Beside(self, ViewObject.View(self).ToReadOnly());
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint ToList(nint self, nint unused)
    {
        try
        {
            nint plain = PlainView.TryList(self);
            if (plain != 0)
            {
                return plain;
            }

            PythonView view = ViewObject.View(self);
            ViewRules.CheckItems(view);
            return ViewValues.ToPython(view.ToList(), self);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Reduce(nint self, nint protocol) => PyRaise.Null(PyExceptions.TypeError, "cannot pickle 'memoryview' object"u8);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint ClassGetItem(nint type, nint item) => Py.GenericAlias(type, item);
}
