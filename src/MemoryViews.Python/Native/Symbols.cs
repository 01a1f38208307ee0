using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Where the functions of the Python that was chosen are found. Set once, before <see cref="Py"/> is touched.</summary>
internal static unsafe class Symbols
{
    private static nint s_library;

    /// <summary>Whether a Python has been chosen.</summary>
    public static bool IsReady => s_library != 0;

    public static void Choose(nint library) => s_library = library;

    public static void* Function(string name) => (void*)Address(name);

    /// <summary>A function that not every Python has: null there.</summary>
    public static void* TryFunction(string name) => NativeLibrary.TryGetExport(s_library, name, out nint address) ? (void*)address : null;

    /// <summary>The address of a variable, which is what an object that is no pointer is known by: <c>_Py_NoneStruct</c>, <c>PyLong_Type</c>.</summary>
    public static nint Address(string name) => s_library == 0
        ? throw Error.NotStarted()
        : NativeLibrary.TryGetExport(s_library, name, out nint address) ? address : throw Error.SymbolMissing(name);

    /// <summary>What a variable points at: <c>PyExc_ValueError</c>. Filled only once the interpreter runs.</summary>
    public static nint Pointer(string name) => *(nint*)Address(name);
}
