using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// The Python object behind all views of one loan. It is there for Python's collector: each view refers to it, and it alone to the exporter, so that cycles through
/// an exporter are seen and counted right.
/// <code>
///   view ──▶ loan ──▶ exporter ──▶ ... ──▶ view
///   view ──▶ loan
///
///   byte  0          8       16       24      32
///         refcount   class   handle   lent    (end)       lent: buffers that consumers have taken from views of the loan
/// </code>
/// </summary>
internal static unsafe class LoanObject
{
    private const int LentOffset = ObjectTail.Size;

    private static readonly nint s_type = PyTypeMaker.Make("memoryviews.managedbuffer"u8, LentOffset + 8, 0, PyTypeFlags.DisallowInstantiation, [
        new(PySlot.Dealloc, (delegate* unmanaged[Cdecl]<nint, void>)&Dealloc),
        new(PySlot.Traverse, (delegate* unmanaged[Cdecl]<nint, delegate* unmanaged[Cdecl]<nint, nint, int>, nint, int>)&Traverse),
        new(PySlot.Clear, (delegate* unmanaged[Cdecl]<nint, int>)&Clear),
    ]);

    /// <summary>A new object that keeps a loan.</summary>
    public static nint New(ViewLoan loan)
    {
        nint self = Py.TypeGenericAlloc(s_type, 0);
        if (self == 0)
        {
            loan.Export.Dispose();
            throw PythonException.Fetch();
        }

        ObjectTail.Set(self, loan);
        return self;
    }

    /// <summary>The loan behind an object.</summary>
    public static ViewLoan Of(nint self) => ObjectTail.Get<ViewLoan>(self);

    /// <summary>Counts a buffer that a consumer takes from one of the views, or gives back.</summary>
    public static void CountLent(nint self, int change) => *(nint*)(self + LentOffset) += change;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Dealloc(nint self)
    {
        nint type = PyType.Of(self);
        Py.GcUntrack(self);
        End(self);
        ObjectTail.Free(self);
        Py.GcDel(self);
        Py.DecRef(type);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Traverse(nint self, delegate* unmanaged[Cdecl]<nint, nint, int> visit, nint argument)
    {
        int found = visit(PyType.Of(self), argument);
        nint exporter = ObjectTail.TryGet<ViewLoan>(self)?.Exporter ?? 0;
        return found == 0 && exporter != 0 ? visit(exporter, argument) : found;
    }

    // The exporter has its memory back before its views have gone: they are released views from then on. While consumers still use the memory, it waits
    // for them: they are part of the cycle, and let go of their buffers when they are cleared.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Clear(nint self)
    {
        if (*(nint*)(self + LentOffset) == 0)
        {
            End(self);
        }

        return 0;
    }

    private static void End(nint self)
    {
        try
        {
            ObjectTail.TryGet<ViewLoan>(self)?.Export.Dispose();
        }
        catch (Exception e)
        {
            // Nobody could be told.
            System.Diagnostics.Trace.TraceError($"A loan could not be ended: {e}");
        }
    }
}
