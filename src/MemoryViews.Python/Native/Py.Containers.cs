namespace MemoryViews.Python;

internal static unsafe partial class Py
{
    // Texts, bytes and containers.
    public static readonly delegate* unmanaged[Cdecl]<byte*, nint, nint> UnicodeFromStringAndSize = (delegate* unmanaged[Cdecl]<byte*, nint, nint>)Symbols.Function("PyUnicode_FromStringAndSize");
    public static readonly delegate* unmanaged[Cdecl]<byte*, nint, byte*, int*, nint> UnicodeDecodeUtf16 = (delegate* unmanaged[Cdecl]<byte*, nint, byte*, int*, nint>)Symbols.Function("PyUnicode_DecodeUTF16");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint*, byte*> UnicodeAsUtf8AndSize = (delegate* unmanaged[Cdecl]<nint, nint*, byte*>)Symbols.Function("PyUnicode_AsUTF8AndSize");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint> UnicodeAsEncodedString = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)Symbols.Function("PyUnicode_AsEncodedString");
    public static readonly delegate* unmanaged[Cdecl]<byte*, nint> UnicodeInternFromString = (delegate* unmanaged[Cdecl]<byte*, nint>)Symbols.Function("PyUnicode_InternFromString");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, int> UnicodeCompareWithAscii = (delegate* unmanaged[Cdecl]<nint, byte*, int>)Symbols.Function("PyUnicode_CompareWithASCIIString");
    public static readonly delegate* unmanaged[Cdecl]<byte*, nint, nint> BytesFromStringAndSize = (delegate* unmanaged[Cdecl]<byte*, nint, nint>)Symbols.Function("PyBytes_FromStringAndSize");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*> BytesAsString = (delegate* unmanaged[Cdecl]<nint, byte*>)Symbols.Function("PyBytes_AsString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> BytesSize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyBytes_Size");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> TupleNew = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyTuple_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> TupleSize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyTuple_Size");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> TupleGetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyTuple_GetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> TupleSetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Symbols.Function("PyTuple_SetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ListNew = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyList_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ListSize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyList_Size");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> ListGetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyList_GetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> ListSetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Symbols.Function("PyList_SetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ListAppend = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyList_Append");
    public static readonly delegate* unmanaged[Cdecl]<nint> DictNew = (delegate* unmanaged[Cdecl]<nint>)Symbols.Function("PyDict_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> DictGetItemWithError = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyDict_GetItemWithError");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, nint> DictGetItemString = (delegate* unmanaged[Cdecl]<nint, byte*, nint>)Symbols.Function("PyDict_GetItemString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> DictSetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Symbols.Function("PyDict_SetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, nint, int> DictSetItemString = (delegate* unmanaged[Cdecl]<nint, byte*, nint, int>)Symbols.Function("PyDict_SetItemString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> DictSize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyDict_Size");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint*, int> DictNext = (delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint*, int>)Symbols.Function("PyDict_Next");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> SequenceCheck = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PySequence_Check");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> SequenceSize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PySequence_Size");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> SequenceGetItem = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PySequence_GetItem");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> SequenceTuple = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PySequence_Tuple");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> SequenceList = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PySequence_List");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, nint> SliceNew = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Symbols.Function("PySlice_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint*, int> SliceUnpack = (delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint*, int>)Symbols.Function("PySlice_Unpack");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint, nint> SliceAdjustIndices = (delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint, nint>)Symbols.Function("PySlice_AdjustIndices");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> SeqIterNew = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PySeqIter_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> GenericAlias = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("Py_GenericAlias");
    public static readonly delegate* unmanaged[Cdecl]<void*, byte*, void*, nint> CapsuleNew = (delegate* unmanaged[Cdecl]<void*, byte*, void*, nint>)Symbols.Function("PyCapsule_New");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, void*> CapsuleGetPointer = (delegate* unmanaged[Cdecl]<nint, byte*, void*>)Symbols.Function("PyCapsule_GetPointer");
}
