using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// The iterator of a view. Its length is that of the view when it was made; items are read when they are reached. It lets go of the view at its end.
/// <code>
///   byte  0          8       16     24       32       40
///         refcount   class   view   index    length   (end)
/// </code>
/// </summary>
internal static unsafe class ViewIterator
{
    private static readonly nint s_type = PyTypeMaker.Make("memoryviews.memory_iterator"u8, sizeof(Fields), 0, PyTypeFlags.DisallowInstantiation, [
        new(PySlot.Dealloc, (delegate* unmanaged[Cdecl]<nint, void>)&Dealloc),
        new(PySlot.Traverse, (delegate* unmanaged[Cdecl]<nint, delegate* unmanaged[Cdecl]<nint, nint, int>, nint, int>)&Traverse),
        new(PySlot.Iterate, (delegate* unmanaged[Cdecl]<nint, nint>)&Self),
        new(PySlot.IterateNext, (delegate* unmanaged[Cdecl]<nint, nint>)&Next),
    ]);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Of(nint view)
    {
        try
        {
            nint length = ViewObject.View(view).IterableLength();
            ViewRules.CheckItems(ViewObject.View(view));
            nint self = PyCheck.Reference(Py.TypeGenericAlloc(s_type, 0));
            Fields* fields = (Fields*)self;
            fields->View = ViewValues.Again(view);
            fields->Length = length;
            return self;
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Self(nint self) => ViewValues.Again(self);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Next(nint self)
    {
        try
        {
            Fields* fields = (Fields*)self;
            if (fields->View == 0)
            {
                return 0;
            }

            if (fields->Index < fields->Length)
            {
                return ViewItems.At(fields->View, fields->Index++);
            }

            LetGo(fields);
            return 0;
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Dealloc(nint self)
    {
        nint type = PyType.Of(self);
        Leaf.GcUntrack(self);
        try
        {
            LetGo((Fields*)self);
        }
        catch (Exception e)
        {
            PyRaise.Unraisable(e, 0);
        }

        Leaf.GcDel(self);
        Leaf.DecRefOfKept(type);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Traverse(nint self, delegate* unmanaged[Cdecl]<nint, nint, int> visit, nint argument)
    {
        int found = visit(PyType.Of(self), argument);
        nint view = ((Fields*)self)->View;
        return found == 0 && view != 0 ? visit(view, argument) : found;
    }

    private static void LetGo(Fields* fields)
    {
        nint view = fields->View;
        if (view != 0)
        {
            fields->View = 0;
            Py.DecRef(view);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Fields
    {
        private readonly nint _references;
        private readonly nint _class;
        public nint View;
        public nint Index;
        public nint Length;
    }
}
