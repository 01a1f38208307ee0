namespace MemoryViews.Python;

/// <summary>
/// The few functions that the short ways call, each with what must hold so that it neither waits nor runs Python code. They are plain calls all the same: marked as not
/// switching to the collector they would be cheaper, but where Python collects inside one after all, it calls back into this library, and the process ends.
/// </summary>
internal static unsafe class Leaf
{
    public static readonly delegate* unmanaged[Cdecl]<nint, void> IncRef =
        (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("Py_IncRef");

    /// <summary>Of an int only: other objects would be asked for their __index__.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int*, long> LongAsLongLongAndOverflow =
        (delegate* unmanaged[Cdecl]<nint, int*, long>)Symbols.Function("PyLong_AsLongLongAndOverflow");

    public static readonly delegate* unmanaged[Cdecl]<long, nint> LongFromLongLong =
        (delegate* unmanaged[Cdecl]<long, nint>)Symbols.Function("PyLong_FromLongLong");

    public static readonly delegate* unmanaged[Cdecl]<ulong, nint> LongFromUnsignedLongLong =
        (delegate* unmanaged[Cdecl]<ulong, nint>)Symbols.Function("PyLong_FromUnsignedLongLong");

    public static readonly delegate* unmanaged[Cdecl]<double, nint> FloatFromDouble =
        (delegate* unmanaged[Cdecl]<double, nint>)Symbols.Function("PyFloat_FromDouble");

    /// <summary>Of a float only.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, double> FloatAsDouble =
        (delegate* unmanaged[Cdecl]<nint, double>)Symbols.Function("PyFloat_AsDouble");

    /// <summary>Into a place that is still empty.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> ListSetItem =
        (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Symbols.Function("PyList_SetItem");

    public static readonly delegate* unmanaged[Cdecl]<nint, nint> TupleSize =
        (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyTuple_Size");

    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> TupleGetItem =
        (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyTuple_GetItem");

    public static readonly delegate* unmanaged[Cdecl]<nint, nint> UnicodeLength =
        (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyUnicode_GetLength");

    /// <summary>
    /// Of a place within the text only: this cannot fail then, unlike its UTF-8, for which an exception may have to be made, whose memory may start
    /// Python's collector, which calls back.
    /// </summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, uint> UnicodeReadCharacter =
        (delegate* unmanaged[Cdecl]<nint, nint, uint>)Symbols.Function("PyUnicode_ReadChar");

    public static readonly delegate* unmanaged[Cdecl]<nint, void> GcUntrack =
        (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyObject_GC_UnTrack");

    /// <summary>Frees the memory of an object and runs nothing.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, void> GcDel =
        (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyObject_GC_Del");

    /// <summary>Of something that is kept elsewhere too, such as a class of ours: giving back the last reference runs code.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, void> DecRefOfKept =
        (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("Py_DecRef");
}
