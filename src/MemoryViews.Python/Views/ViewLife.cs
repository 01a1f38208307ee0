using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>How objects of the type come and go.</summary>
internal static unsafe class ViewLife
{
    private const int FullReadOnly = (int)BufferRequest.FullReadOnly;

    /// <summary>A new view of an object's memory; of a view's, on the same loan.</summary>
    /// <param name="type">The class of the new view.</param>
    /// <param name="exporter">The object (borrowed).</param>
    /// <param name="flags">What is asked of it.</param>
    public static nint Of(nint type, nint exporter, int flags = FullReadOnly)
    {
        bool strict = ViewTypes.IsStrict(type);
        if (ViewObject.Is(exporter))
        {
            nint twin = PlainView.TryTwin(exporter, type, isReadOnly: false);
            return twin != 0 ? twin : ViewMaker.New(type, new PythonView(new MemoryView(ViewObject.View(exporter).View), strict), ViewObject.Of(exporter)->Loan);
        }

        PyBuffer* buffer = ViewLoan.Ask(exporter, flags);
        nint loan = LoanObject.New(buffer);
        try
        {
            nint plain = PlainView.TryNew(type, buffer, loan);
            return plain != 0 ? plain : ViewMaker.New(type, new PythonView(LoanObject.Engine(loan).NewView(), strict), loan);
        }
        finally
        {
            Py.DecRef(loan);
        }
    }

    /// <summary>Whose memory it is (borrowed); 0 when nobody said.</summary>
    public static nint ExporterOf(nint self) => LoanObject.IsEnded(ViewObject.Of(self)->Loan) ? 0 : LoanObject.Of(ViewObject.Of(self)->Loan)->Buffer->Obj;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint New(nint type, nint arguments, nint named)
    {
        try
        {
            nint exporter = 0;
            fixed (byte* name = "object"u8)
            {
                nint given = Py.TupleSize(arguments), byName = named == 0 ? 0 : Py.DictSize(named);
                exporter = given + byName != 1 ? 0 : given == 1 ? Py.TupleGetItem(arguments, 0) : Py.DictGetItemString(named, name);
            }

            return exporter != 0 ? Of(type, exporter) : PyRaise.Null(PyExceptions.TypeError, "memoryview() takes exactly one argument, 'object'"u8);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Dealloc(nint self)
    {
        nint type = PyType.Of(self);
        Leaf.GcUntrack(self);
        if (ViewObject.Of(self)->HasWeakReferences)
        {
            Py.ObjectClearWeakRefs(self);
        }

        try
        {
            ViewObject.LetGo(self);
        }
        catch (Exception e)
        {
            PyRaise.Unraisable(e, 0);
        }

        ViewObject.Free(self);
        Leaf.GcDel(self);
        Leaf.DecRefOfKept(type);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Traverse(nint self, delegate* unmanaged[Cdecl]<nint, nint, int> visit, nint argument)
    {
        int found = visit(PyType.Of(self), argument);
        nint loan = ViewObject.Of(self)->Loan;
        return found == 0 && loan != 0 ? visit(loan, argument) : found;
    }

    // A view with buffers out is left alone: whoever has them is part of the cycle, and lets go of them first.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Clear(nint self)
    {
        if (ViewObject.Of(self)->Exports <= 0)
        {
            ViewObject.LetGo(self);
        }

        return 0;
    }
}
