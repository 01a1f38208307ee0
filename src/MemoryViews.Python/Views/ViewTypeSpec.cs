using System;

namespace MemoryViews.Python;

/// <summary>What the type is made of. Which version of Python is running decides what it has beyond the oldest.</summary>
internal static unsafe class ViewTypeSpec
{
    private static readonly Version s_search = new(3, 14);

    public static nint Make(bool strict)
    {
        bool hasAll = !strict || PythonHost.Version >= s_search;
        nint type = PyTypeMaker.Make("memoryviews.memoryview"u8, ViewObject.Size, ViewObject.AxisSize, PyTypeFlags.Sequence, [
            new(PySlot.Doc, Utf8.Pointer("memoryview(object)\n--\n\nA view of the object's own memory, which must support the buffer protocol."u8)),
            new(PySlot.New, (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)&ViewLife.New),
            new(PySlot.Dealloc, (delegate* unmanaged[Cdecl]<nint, void>)&ViewLife.Dealloc),
            new(PySlot.Traverse, (delegate* unmanaged[Cdecl]<nint, delegate* unmanaged[Cdecl]<nint, nint, int>, nint, int>)&ViewLife.Traverse),
            new(PySlot.Clear, (delegate* unmanaged[Cdecl]<nint, int>)&ViewLife.Clear),
            new(PySlot.Repr, (delegate* unmanaged[Cdecl]<nint, nint>)&ViewCompare.Repr),
            new(PySlot.Hash, (delegate* unmanaged[Cdecl]<nint, nint>)&ViewCompare.Hash),
            new(PySlot.RichCompare, (delegate* unmanaged[Cdecl]<nint, nint, int, nint>)&ViewCompare.Compare),
            new(PySlot.Iterate, (delegate* unmanaged[Cdecl]<nint, nint>)&ViewIterator.Of),
            new(PySlot.MappingLength, (delegate* unmanaged[Cdecl]<nint, nint>)&ViewItems.Length),
            new(PySlot.MappingItem, (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewItems.Get),
            new(PySlot.MappingAssign, (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)&ViewItems.Set),
            new(PySlot.SequenceLength, (delegate* unmanaged[Cdecl]<nint, nint>)&ViewItems.Length),
            new(PySlot.SequenceItem, (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewItems.GetAt),
            new(PySlot.SequenceContains, (delegate* unmanaged[Cdecl]<nint, nint, int>)&ViewSearch.Contains),
            new(PySlot.BufferGet, (delegate* unmanaged[Cdecl]<nint, PyBuffer*, int, int>)&ViewBuffers.Get),
            new(PySlot.BufferRelease, (delegate* unmanaged[Cdecl]<nint, PyBuffer*, void>)&ViewBuffers.Release),
            new(PySlot.GetSet, PyTypeMaker.Keep(ViewAttributes.All)),
            new(PySlot.Methods, PyTypeMaker.Keep(ViewMethodTable.All(hasAll))),
            new(PySlot.Members, PyTypeMaker.Keep<PyMemberDef>([new()
            {
                Name = Utf8.Pointer("__weaklistoffset__"u8),
                Type = PyMember.Size,
                Offset = ViewObject.WeakReferencesOffset,
                Flags = PyMember.ReadOnly,
            }])),
        ]);
        Register(type);
        return type;
    }

    // As CPython does with its own: isinstance(view, collections.abc.Sequence).
    private static void Register(nint type)
    {
        using PyReference module = new(Py.ImportModule(Utf8.Pointer("collections.abc"u8)));
        using PyReference sequence = new(Py.ObjectGetAttrString(module.Pointer, Utf8.Pointer("Sequence"u8)));
        using PyReference register = new(Py.ObjectGetAttrString(sequence.Pointer, Utf8.Pointer("register"u8)));
        using PyReference arguments = new(PyTuples.Of(ViewValues.Again(type)));
        Py.DecRef(PyCheck.Reference(Py.ObjectCallObject(register.Pointer, arguments.Pointer)));
    }
}
