using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// The Python object behind all views of one loan. It is there for Python's collector: each view refers to it, and it alone to the exporter, so that cycles through
/// an exporter are seen and counted right. The engine's loan is made over the buffer when it is first needed.
/// <code>
///   view ──▶ loan ──▶ exporter ──▶ ... ──▶ view
///   view ──▶ loan
///
///   byte  0          8       16       24       32      40      48
///         refcount   class   handle   buffer   views   lent    (end)
///                            │        │        │       └ buffers that consumers have taken from the views
///                            │        │        └ views that have not been released; the last one ends the loan
///                            │        └ what the exporter filled; null once the loan has ended
///                            └ the engine's loan, or 0
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LoanObject
{
    private static readonly nint s_type = PyTypeMaker.Make("memoryviews.managedbuffer"u8, sizeof(LoanObject), 0, PyTypeFlags.DisallowInstantiation, [
        new(PySlot.Dealloc, (delegate* unmanaged[Cdecl]<nint, void>)&Dealloc),
        new(PySlot.Traverse, (delegate* unmanaged[Cdecl]<nint, delegate* unmanaged[Cdecl]<nint, nint, int>, nint, int>)&Traverse),
        new(PySlot.Clear, (delegate* unmanaged[Cdecl]<nint, int>)&Clear),
    ]);

    private readonly nint _references;
    private readonly nint _class;
    private readonly nint _handle;
    public PyBuffer* Buffer;
    public nint Views;
    public nint Lent;

    public static LoanObject* Of(nint self) => (LoanObject*)self;

    /// <summary>Takes a buffer over; it goes back when the object cannot be made.</summary>
    public static nint New(PyBuffer* buffer)
    {
        nint self = Py.TypeGenericAlloc(s_type, 0);
        if (self == 0)
        {
            BufferPool.Release(buffer);
            throw PythonException.Fetch();
        }

        Of(self)->Buffer = buffer;
        return self;
    }

    /// <summary>The engine's loan. The buffer is checked now: one that cannot be viewed ends the loan.</summary>
    public static ViewLoan Engine(nint self)
    {
        LoanObject* fields = Of(self);
        if (ObjectTail.TryGet<ViewLoan>(self) is { } known)
        {
            return known;
        }

        PyBuffer* buffer = fields->Buffer is not null ? fields->Buffer : throw Error.ViewReleased();
        fields->Buffer = null; // whatever becomes of it, it is the engine's to give back
        ViewLoan loan = ViewLoan.Over(buffer);
        fields->Buffer = buffer;
        ObjectTail.Set(self, loan);
        return loan;
    }

    /// <summary>Whether the exporter has its memory back.</summary>
    public static bool IsEnded(nint self) => self == 0 || Of(self)->Buffer is null;

    /// <summary>One view less; the last one ends the loan.</summary>
    public static void DropView(nint self)
    {
        if (--Of(self)->Views == 0)
        {
            End(self);
        }
    }

    /// <summary>Counts a view more while user code runs that may release all there are; to be undone by <see cref="Unhold"/>.</summary>
    public static nint Hold(nint self)
    {
        Leaf.IncRef(self);
        Of(self)->Views++;
        return self;
    }

    /// <summary>Undoes <see cref="Hold"/>.</summary>
    public static void Unhold(nint self)
    {
        DropView(self);
        Py.DecRef(self);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Dealloc(nint self)
    {
        nint type = PyType.Of(self);
        Leaf.GcUntrack(self);
        End(self);
        ObjectTail.Free(self);
        Leaf.GcDel(self);
        Leaf.DecRefOfKept(type);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Traverse(nint self, delegate* unmanaged[Cdecl]<nint, nint, int> visit, nint argument)
    {
        int found = visit(PyType.Of(self), argument);
        PyBuffer* buffer = Of(self)->Buffer;
        return found == 0 && buffer is not null && buffer->Obj != 0 ? visit(buffer->Obj, argument) : found;
    }

    // The exporter has its memory back before its views have gone: they are released views from then on. While consumers still use the memory, it waits
    // for them: they are part of the cycle, and let go of their buffers when they are cleared.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Clear(nint self)
    {
        if (Of(self)->Lent == 0)
        {
            End(self);
        }

        return 0;
    }

    private static void End(nint self)
    {
        PyBuffer* buffer = Of(self)->Buffer;
        if (buffer is null)
        {
            return;
        }

        Of(self)->Buffer = null;
        try
        {
            if (ObjectTail.TryGet<ViewLoan>(self) is { } loan)
            {
                loan.Export.Dispose();
            }
            else
            {
                BufferPool.Release(buffer);
            }
        }
        catch (Exception e)
        {
            // Nobody could be told.
            System.Diagnostics.Trace.TraceError($"A loan could not be ended: {e}");
        }
    }
}
