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
            nint lent = ViewObject.Of(self)->Exports;
            if (lent > 0)
            {
                throw Error.ViewLent(lent);
            }

            ViewObject.View(self).Release();
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
            _ = ViewObject.View(self).Rank; // a released view cannot be entered
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
            return ViewObject.Beside(self, ViewObject.View(self).ToReadOnly());
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
            return ViewValues.ToPython(ViewObject.View(self).ToList(), self);
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
