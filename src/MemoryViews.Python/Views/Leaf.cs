namespace MemoryViews.Python;

/// <summary>
/// The few functions that neither wait nor run Python code nor take long, called without telling the collector: the call is then about as cheap as in C.
/// Nothing else may be called so: see <see cref="Py"/>.
/// </summary>
internal static unsafe class Leaf
{
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void> IncRef =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void>)Symbols.Function("Py_IncRef");

    /// <summary>Of an int only: other objects would be asked for their __index__.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, long> LongAsLongLongAndOverflow =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, long>)Symbols.Function("PyLong_AsLongLongAndOverflow");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<long, nint> LongFromLongLong =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<long, nint>)Symbols.Function("PyLong_FromLongLong");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<ulong, nint> LongFromUnsignedLongLong =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<ulong, nint>)Symbols.Function("PyLong_FromUnsignedLongLong");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<double, nint> FloatFromDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<double, nint>)Symbols.Function("PyFloat_FromDouble");

    /// <summary>Of a float only.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double> FloatAsDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double>)Symbols.Function("PyFloat_AsDouble");

    /// <summary>Into a place that is still empty.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, nint, int> ListSetItem =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, nint, int>)Symbols.Function("PyList_SetItem");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint> TupleSize =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint>)Symbols.Function("PyTuple_Size");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, nint> TupleGetItem =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, nint>)Symbols.Function("PyTuple_GetItem");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint> UnicodeLength =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint>)Symbols.Function("PyUnicode_GetLength");

    /// <summary>
    /// Of a place within the text only: this cannot fail then, unlike its UTF-8, for which an exception may have to be made, whose memory may start
    /// Python's collector, which calls back.
    /// </summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, uint> UnicodeReadCharacter =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, uint>)Symbols.Function("PyUnicode_ReadChar");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void> GcUntrack =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void>)Symbols.Function("PyObject_GC_UnTrack");

    /// <summary>Frees the memory of an object and runs nothing.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void> GcDel =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void>)Symbols.Function("PyObject_GC_Del");

    /// <summary>Of something that is kept elsewhere too, such as a class of ours: giving back the last reference runs code.</summary>
    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void> DecRefOfKept =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void>)Symbols.Function("Py_DecRef");
}
