namespace MemoryViews.Python;

internal static unsafe partial class Py
{
    // What every object can do.
    public static readonly delegate* unmanaged[Cdecl]<nint, void> IncRef = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("Py_IncRef");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> DecRef = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("Py_DecRef");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> ObjectGetAttr = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyObject_GetAttr");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, nint> ObjectGetAttrString = (delegate* unmanaged[Cdecl]<nint, byte*, nint>)Symbols.Function("PyObject_GetAttrString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> ObjectSetAttr = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Symbols.Function("PyObject_SetAttr");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, nint, int> ObjectSetAttrString = (delegate* unmanaged[Cdecl]<nint, byte*, nint, int>)Symbols.Function("PyObject_SetAttrString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ObjectHasAttr = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyObject_HasAttr");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> ObjectGenericGetAttr = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyObject_GenericGetAttr");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> ObjectGetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyObject_GetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> ObjectSetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Symbols.Function("PyObject_SetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ObjectDelItem = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyObject_DelItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectSize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_Size");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, nint> ObjectCall = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Symbols.Function("PyObject_Call");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> ObjectCallObject = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyObject_CallObject");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectCallNoArgs = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_CallNoArgs");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectStr = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_Str");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectRepr = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_Repr");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectAscii = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_ASCII");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectHash = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_Hash");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> ObjectIsTrue = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PyObject_IsTrue");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int, nint> ObjectRichCompare = (delegate* unmanaged[Cdecl]<nint, nint, int, nint>)Symbols.Function("PyObject_RichCompare");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int, int> ObjectRichCompareBool = (delegate* unmanaged[Cdecl]<nint, nint, int, int>)Symbols.Function("PyObject_RichCompareBool");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ObjectIsInstance = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyObject_IsInstance");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ObjectIsSubclass = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyObject_IsSubclass");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectGetIter = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_GetIter");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> IterNext = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyIter_Next");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> CallableCheck = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PyCallable_Check");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ObjectHashNotImplemented = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyObject_HashNotImplemented");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> ObjectClearWeakRefs = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyObject_ClearWeakRefs");
    public static readonly delegate* unmanaged[Cdecl]<void*, void> ObjectFree = (delegate* unmanaged[Cdecl]<void*, void>)Symbols.Function("PyObject_Free");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> GcTrack = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyObject_GC_Track");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> GcUntrack = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyObject_GC_UnTrack");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> GcDel = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyObject_GC_Del");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> GcNew = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("_PyObject_GC_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> GcNewVar = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("_PyObject_GC_NewVar");
    public static readonly delegate* unmanaged[Cdecl]<PyTypeSpec*, nint> TypeFromSpec = (delegate* unmanaged[Cdecl]<PyTypeSpec*, nint>)Symbols.Function("PyType_FromSpec");
    public static readonly delegate* unmanaged[Cdecl]<PyTypeSpec*, nint, nint> TypeFromSpecWithBases = (delegate* unmanaged[Cdecl]<PyTypeSpec*, nint, nint>)Symbols.Function("PyType_FromSpecWithBases");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> TypeGenericAlloc = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyType_GenericAlloc");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, nint> TypeGenericNew = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Symbols.Function("PyType_GenericNew");
    public static readonly delegate* unmanaged[Cdecl]<nint, PyTypeFlags> TypeGetFlags = (delegate* unmanaged[Cdecl]<nint, PyTypeFlags>)Symbols.Function("PyType_GetFlags");
    public static readonly delegate* unmanaged[Cdecl]<nint, int, void*> TypeGetSlot = (delegate* unmanaged[Cdecl]<nint, int, void*>)Symbols.Function("PyType_GetSlot");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> TypeGetName = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyType_GetName");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> TypeIsSubtype = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyType_IsSubtype");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> TypeModified = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyType_Modified");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> CheckBuffer = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PyObject_CheckBuffer");
    public static readonly delegate* unmanaged[Cdecl]<nint, PyBuffer*, int, int> GetBuffer = (delegate* unmanaged[Cdecl]<nint, PyBuffer*, int, int>)Symbols.Function("PyObject_GetBuffer");
    public static readonly delegate* unmanaged[Cdecl]<PyBuffer*, void> BufferRelease = (delegate* unmanaged[Cdecl]<PyBuffer*, void>)Symbols.Function("PyBuffer_Release");
    public static readonly delegate* unmanaged[Cdecl]<PyBuffer*, nint, void*, nint, int, int, int> BufferFillInfo = (delegate* unmanaged[Cdecl]<PyBuffer*, nint, void*, nint, int, int, int>)Symbols.Function("PyBuffer_FillInfo");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> MemoryViewFromObject = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyMemoryView_FromObject");
}
