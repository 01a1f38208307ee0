namespace MemoryViews.Python;

/// <summary>
/// The functions of CPython's stable ABI (3.11 and later), by their names in C without the prefix and in .NET spelling. References are
/// <c>nint</c>; whether one is new or borrowed is as in C. Touched only after <see cref="Symbols.Choose"/>: the table is filled by the first use,
/// and each entry is a constant to the compiler from then on.
/// </summary>
/// <remarks>
/// Never mark one of them as not switching to the collector (<c>SuppressGCTransition</c>): a call that waits for the interpreter's lock
/// while a collection waits for the call ends the program's progress.
/// </remarks>
internal static unsafe partial class Py
{
    // The interpreter, its lock, its errors.
    public static readonly delegate* unmanaged[Cdecl]<int> IsInitialized = (delegate* unmanaged[Cdecl]<int>)Symbols.Function("Py_IsInitialized");
    public static readonly delegate* unmanaged[Cdecl]<int, void> InitializeEx = (delegate* unmanaged[Cdecl]<int, void>)Symbols.Function("Py_InitializeEx");
    public static readonly delegate* unmanaged[Cdecl]<byte*> GetVersion = (delegate* unmanaged[Cdecl]<byte*>)Symbols.Function("Py_GetVersion");
    public static readonly delegate* unmanaged[Cdecl]<int> GilEnsure = (delegate* unmanaged[Cdecl]<int>)Symbols.Function("PyGILState_Ensure");
    public static readonly delegate* unmanaged[Cdecl]<int, void> GilRelease = (delegate* unmanaged[Cdecl]<int, void>)Symbols.Function("PyGILState_Release");
    public static readonly delegate* unmanaged[Cdecl]<nint> SaveThread = (delegate* unmanaged[Cdecl]<nint>)Symbols.Function("PyEval_SaveThread");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> RestoreThread = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyEval_RestoreThread");
    public static readonly delegate* unmanaged[Cdecl]<int> MakePendingCalls = (delegate* unmanaged[Cdecl]<int>)Symbols.Function("Py_MakePendingCalls");
    public static readonly delegate* unmanaged[Cdecl]<nint> CollectGarbage = (delegate* unmanaged[Cdecl]<nint>)Symbols.Function("PyGC_Collect");
    public static readonly delegate* unmanaged[Cdecl]<byte*, byte*, int, nint> CompileString = (delegate* unmanaged[Cdecl]<byte*, byte*, int, nint>)Symbols.Function("Py_CompileString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, nint> EvalCode = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Symbols.Function("PyEval_EvalCode");
    public static readonly delegate* unmanaged[Cdecl]<nint> GetBuiltins = (delegate* unmanaged[Cdecl]<nint>)Symbols.Function("PyEval_GetBuiltins");
    public static readonly delegate* unmanaged[Cdecl]<byte*, nint> ImportModule = (delegate* unmanaged[Cdecl]<byte*, nint>)Symbols.Function("PyImport_ImportModule");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> Import = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyImport_Import");
    public static readonly delegate* unmanaged[Cdecl]<byte*, nint> AddModule = (delegate* unmanaged[Cdecl]<byte*, nint>)Symbols.Function("PyImport_AddModule");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ModuleGetDict = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyModule_GetDict");
    public static readonly delegate* unmanaged[Cdecl]<PyModuleDef*, int, nint> ModuleCreate2 = (delegate* unmanaged[Cdecl]<PyModuleDef*, int, nint>)Symbols.Function("PyModule_Create2");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, nint, int> ModuleAddObjectRef = (delegate* unmanaged[Cdecl]<nint, byte*, nint, int>)Symbols.Function("PyModule_AddObjectRef");
    public static readonly delegate* unmanaged[Cdecl]<nint> ErrOccurred = (delegate* unmanaged[Cdecl]<nint>)Symbols.Function("PyErr_Occurred");
    public static readonly delegate* unmanaged[Cdecl]<void> ErrClear = (delegate* unmanaged[Cdecl]<void>)Symbols.Function("PyErr_Clear");
    public static readonly delegate* unmanaged[Cdecl]<nint*, nint*, nint*, void> ErrFetch = (delegate* unmanaged[Cdecl]<nint*, nint*, nint*, void>)Symbols.Function("PyErr_Fetch");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint, void> ErrRestore = (delegate* unmanaged[Cdecl]<nint, nint, nint, void>)Symbols.Function("PyErr_Restore");
    public static readonly delegate* unmanaged[Cdecl]<nint*, nint*, nint*, void> ErrNormalize = (delegate* unmanaged[Cdecl]<nint*, nint*, nint*, void>)Symbols.Function("PyErr_NormalizeException");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, void> ErrSetString = (delegate* unmanaged[Cdecl]<nint, byte*, void>)Symbols.Function("PyErr_SetString");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, void> ErrSetObject = (delegate* unmanaged[Cdecl]<nint, nint, void>)Symbols.Function("PyErr_SetObject");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> ErrSetNone = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyErr_SetNone");
    public static readonly delegate* unmanaged[Cdecl]<nint> ErrNoMemory = (delegate* unmanaged[Cdecl]<nint>)Symbols.Function("PyErr_NoMemory");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> ErrExceptionMatches = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PyErr_ExceptionMatches");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ErrGivenExceptionMatches = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyErr_GivenExceptionMatches");
    public static readonly delegate* unmanaged[Cdecl]<nint, void> ErrWriteUnraisable = (delegate* unmanaged[Cdecl]<nint, void>)Symbols.Function("PyErr_WriteUnraisable");
    public static readonly delegate* unmanaged[Cdecl]<nint, byte*, nint, int> ErrWarnEx = (delegate* unmanaged[Cdecl]<nint, byte*, nint, int>)Symbols.Function("PyErr_WarnEx");
    public static readonly delegate* unmanaged[Cdecl]<int> ErrCheckSignals = (delegate* unmanaged[Cdecl]<int>)Symbols.Function("PyErr_CheckSignals");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> ExceptionGetTraceback = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyException_GetTraceback");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, int> ExceptionSetTraceback = (delegate* unmanaged[Cdecl]<nint, nint, int>)Symbols.Function("PyException_SetTraceback");
    public static readonly delegate* unmanaged[Cdecl]<byte*, int> EnterRecursiveCall = (delegate* unmanaged[Cdecl]<byte*, int>)Symbols.Function("Py_EnterRecursiveCall");
    public static readonly delegate* unmanaged[Cdecl]<void> LeaveRecursiveCall = (delegate* unmanaged[Cdecl]<void>)Symbols.Function("Py_LeaveRecursiveCall");
}
