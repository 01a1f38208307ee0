namespace MemoryViews.Python;

internal static unsafe partial class Py
{
    // Objects that are variables of the library: their address is the reference.
    public static readonly nint None = Symbols.Address("_Py_NoneStruct");
    public static readonly nint True = Symbols.Address("_Py_TrueStruct");
    public static readonly nint False = Symbols.Address("_Py_FalseStruct");
    public static readonly nint NotImplemented = Symbols.Address("_Py_NotImplementedStruct");
    public static readonly nint Ellipsis = Symbols.Address("_Py_EllipsisObject");
    public static readonly nint ObjectType = Symbols.Address("PyBaseObject_Type");
    public static readonly nint TypeType = Symbols.Address("PyType_Type");
    public static readonly nint BoolType = Symbols.Address("PyBool_Type");
    public static readonly nint IntType = Symbols.Address("PyLong_Type");
    public static readonly nint FloatType = Symbols.Address("PyFloat_Type");
    public static readonly nint ComplexType = Symbols.Address("PyComplex_Type");
    public static readonly nint TextType = Symbols.Address("PyUnicode_Type");
    public static readonly nint BytesType = Symbols.Address("PyBytes_Type");
    public static readonly nint ByteArrayType = Symbols.Address("PyByteArray_Type");
    public static readonly nint TupleType = Symbols.Address("PyTuple_Type");
    public static readonly nint ListType = Symbols.Address("PyList_Type");
    public static readonly nint DictType = Symbols.Address("PyDict_Type");
    public static readonly nint SliceType = Symbols.Address("PySlice_Type");
    public static readonly nint MemoryViewType = Symbols.Address("PyMemoryView_Type");
}

/// <summary>Python's exception classes: variables that the running interpreter fills, so not to be touched before it runs. Borrowed references.</summary>
internal static class PyExceptions
{
    public static readonly nint BaseException = Symbols.Pointer("PyExc_BaseException");
    public static readonly nint Exception = Symbols.Pointer("PyExc_Exception");
    public static readonly nint BufferError = Symbols.Pointer("PyExc_BufferError");
    public static readonly nint EOFError = Symbols.Pointer("PyExc_EOFError");
    public static readonly nint IndexError = Symbols.Pointer("PyExc_IndexError");
    public static readonly nint KeyError = Symbols.Pointer("PyExc_KeyError");
    public static readonly nint KeyboardInterrupt = Symbols.Pointer("PyExc_KeyboardInterrupt");
    public static readonly nint MemoryError = Symbols.Pointer("PyExc_MemoryError");
    public static readonly nint NotImplementedError = Symbols.Pointer("PyExc_NotImplementedError");
    public static readonly nint OSError = Symbols.Pointer("PyExc_OSError");
    public static readonly nint OverflowError = Symbols.Pointer("PyExc_OverflowError");
    public static readonly nint RuntimeError = Symbols.Pointer("PyExc_RuntimeError");
    public static readonly nint StopIteration = Symbols.Pointer("PyExc_StopIteration");
    public static readonly nint SystemError = Symbols.Pointer("PyExc_SystemError");
    public static readonly nint TypeError = Symbols.Pointer("PyExc_TypeError");
    public static readonly nint UnicodeEncodeError = Symbols.Pointer("PyExc_UnicodeEncodeError");
    public static readonly nint ValueError = Symbols.Pointer("PyExc_ValueError");
    public static readonly nint ZeroDivisionError = Symbols.Pointer("PyExc_ZeroDivisionError");
    public static readonly nint AttributeError = Symbols.Pointer("PyExc_AttributeError");
    public static readonly nint ImportError = Symbols.Pointer("PyExc_ImportError");
    public static readonly nint RecursionError = Symbols.Pointer("PyExc_RecursionError");
    public static readonly nint DeprecationWarning = Symbols.Pointer("PyExc_DeprecationWarning");
}
