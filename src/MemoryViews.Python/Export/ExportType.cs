using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>The Python class of exported memory, <c>memoryviews.buffer</c>: it has a buffer and nothing else.</summary>
internal static unsafe class ExportType
{
    private static nint s_reference;

    /// <summary>The class, made at the first use. The interpreter's lock is held, so only one thread is here.</summary>
    public static nint Reference => s_reference != 0 ? s_reference : s_reference = Make();

    private static nint Make()
    {
        fixed (byte* name = "memoryviews.buffer"u8, doc = "Memory of .NET: give it to memoryview(), numpy.asarray() or anything else that takes a buffer."u8)
        {
            PyTypeSlot* slots = stackalloc PyTypeSlot[]
            {
                new(PySlot.Dealloc, (delegate* unmanaged[Cdecl]<nint, void>)&Dealloc),
                new(PySlot.BufferGet, (delegate* unmanaged[Cdecl]<nint, PyBuffer*, int, int>)&GetBuffer),
                new(PySlot.Doc, doc),
                default,
            };
            PyTypeSpec spec = new()
            {
                Name = name,
                BasicSize = ObjectTail.Size,
                Flags = (uint)(PyTypeFlags.Default | PyTypeFlags.DisallowInstantiation | PyTypeFlags.Immutable),
                Slots = slots,
            };
            return PyCheck.Reference(Py.TypeFromSpec(&spec));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetBuffer(nint self, PyBuffer* buffer, int flags)
    {
        try
        {
            ObjectTail.Get<ExportedBuffer>(self).Fill(self, buffer, flags);
            return 0;
        }
        catch (Exception e)
        {
            buffer->Obj = 0;
            return PyRaise.Failed(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Dealloc(nint self)
    {
        try
        {
            ObjectTail.TryGet<ExportedBuffer>(self)?.Close();
        }
        catch (Exception e)
        {
            PyRaise.Unraisable(e, self);
        }

        ObjectTail.Free(self);
        nint type = PyType.Of(self);
        Py.ObjectFree((void*)self);
        Py.DecRef(type); // each object of such a class holds it
    }
}
